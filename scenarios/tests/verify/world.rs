//! The world that a machine sees: how the servers on loopback answer. It must not know how they are asked.

use std::io::{Read, Write};
use std::net::{TcpListener, UdpSocket};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::chat;
use crate::http::{self, Request};

pub(crate) const HOST: &str = "aoai-abc.openai.azure.com";
/// The identity that is granted the role.
pub(crate) const PRINCIPAL: &str = "11111111-2222-3333-4444-555555555555";
/// What no run may show: the end of each token.
pub(crate) const TOKEN: &str = "c2lnbmF0dXJlLW9mLWEtdG9rZW4";

/// What no run may show, either.
pub(crate) const USER_TOKEN: &str = "the.token.of.the.user";

/// What is as it should be, or not.
#[expect(clippy::struct_excessive_bools, reason = "each is something that goes wrong by itself")]
#[derive(Clone, Debug)]
pub(crate) struct World {
    /// What the name of the account leads to.
    pub(crate) address: Option<[u8; 4]>,
    /// Whose token the machine gets.
    pub(crate) principal: Option<&'static str>,
    /// How many calls are refused before the role is there.
    pub(crate) refusals: usize,
    pub(crate) model: &'static str,
    pub(crate) has_quota: bool,
    pub(crate) takes_keys: bool,
    pub(crate) is_open: bool,
    pub(crate) is_reachable: bool,
}

impl Default for World {
    fn default() -> Self {
        Self {
            address: Some([10, 0, 1, 4]),
            principal: Some(PRINCIPAL),
            refusals: 0,
            model: "chat",
            has_quota: true,
            takes_keys: false,
            is_open: false,
            is_reachable: true,
        }
    }
}

/// Where the servers listen.
pub(crate) struct Ports {
    pub(crate) metadata: u16,
    pub(crate) names: u16,
    pub(crate) inside: u16,
    pub(crate) outside: u16,
    /// The certificate that callers have to trust.
    pub(crate) certificate: String,
}

impl World {
    /// Starts all servers. They end with the test.
    pub(crate) fn start(self) -> Ports {
        let world = Arc::new(self);
        let names = UdpSocket::bind("127.0.0.1:0").unwrap();
        let names_port = names.local_addr().unwrap().port();
        let address = world.address;
        thread::spawn(move || answer_names(&names, address));
        let metadata = serve({
            let world = Arc::clone(&world);
            move |stream| http::answer(stream, |request| world.metadata(request))
        });
        let tls = chat::Tls::new(HOST);
        let certificate = tls.certificate.clone();
        let calls = Arc::new(AtomicUsize::new(0));
        let door = |is_inside: bool| {
            let (world, tls, calls) = (Arc::clone(&world), tls.clone(), Arc::clone(&calls));
            serve(move |stream| {
                tls.serve(stream, |stream| http::answer(stream, |request| world.chat(request, is_inside, &calls)));
            })
        };
        let inside = if world.is_reachable { door(true) } else { closed_port() };
        Ports { metadata, names: names_port, inside, outside: door(false), certificate }
    }

    fn metadata(&self, request: &Request) -> (u16, String) {
        let query = "api-version=2018-02-01&resource=https://cognitiveservices.azure.com";
        let line = request.line.replace("%3A", ":").replace("%2F", "/");
        let is_asked = line == format!("GET /metadata/identity/oauth2/token?{query} HTTP/1.1");
        if request.header("metadata") != Some("true") || !is_asked {
            return (400, format!(r#"{{"error": "invalid_request", "seen": "{}"}}"#, request.line));
        }
        match self.principal {
            Some(principal) => {
                let token = token(principal);
                (
                    200,
                    format!(
                        r#"{{"access_token":"{token}","expires_in":"86399","expires_on":"4102444800","token_type":"Bearer"}}"#
                    ),
                )
            }
            None => (400, r#"{"error":"invalid_request","error_description":"Identity not found"}"#.to_owned()),
        }
    }

    fn chat(&self, request: &Request, is_inside: bool, calls: &AtomicUsize) -> (u16, String) {
        if !is_inside && !self.is_open {
            return refuse(403, "AccessDenied", "Public access is disabled. Please configure private endpoint.");
        }
        if request.header("api-key").is_some() {
            let wrong = refuse(401, "401", "Access denied due to invalid subscription key or wrong API endpoint.");
            let off =
                refuse(403, "AuthenticationTypeDisabled", "Key based authentication is disabled for this resource.");
            return if self.takes_keys { wrong } else { off };
        }
        let is_asked = request.line == "POST /openai/v1/chat/completions HTTP/1.1";
        let bearer = format!("Bearer {}", token(self.principal.unwrap_or_default()));
        let bearer = if is_inside { bearer } else { format!("Bearer {USER_TOKEN}") };
        if !is_asked || request.header("authorization") != Some(&bearer) {
            return refuse(401, "Unauthorized", "Access token is missing, invalid, or for another audience.");
        }
        if calls.fetch_add(usize::from(is_inside), Ordering::SeqCst) < self.refusals && is_inside {
            return refuse(401, "PermissionDenied", "The principal lacks the required data action.");
        }
        self.complete(request)
    }

    fn complete(&self, request: &Request) -> (u16, String) {
        let body: serde_json::Value = serde_json::from_str(&request.body).unwrap_or_default();
        if body["model"] != self.model || body["messages"][0]["role"] != "user" {
            return refuse(404, "DeploymentNotFound", "The API deployment for this resource does not exist.");
        }
        if !self.has_quota {
            return refuse(429, "RateLimitReached", "Requests have exceeded the token rate limit.");
        }
        let filter = r#""content_filter_results":{"hate":{"filtered":false}}"#;
        let message = r#""message":{"role":"assistant","content":"Hello, \"world\"!"}"#;
        (200, format!(r#"{{"choices":[{{{filter},{message}}}],"prompt_filter_results":[{{{filter}}}]}}"#))
    }
}

fn refuse(status: u16, code: &str, message: &str) -> (u16, String) {
    (status, format!(r#"{{"error":{{"code":"{code}","message":"{message}"}}}}"#))
}

/// A token whose middle says whose it is.
fn token(principal: &str) -> String {
    let claims = format!(r#"{{"aud":"https://cognitiveservices.azure.com","oid":"{principal}","n":"??>>"}}"#);
    format!("{}.{}.{TOKEN}", base64(br#"{"alg":"none"}"#), base64(claims.as_bytes()))
}

/// Base64 for addresses, without padding.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let group = |chunk: &[u8]| {
        let bits = chunk.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        let digit = move |at: usize| char::from(DIGITS[(bits >> (18 - 6 * at) & 63) as usize]);
        (0..=chunk.len()).map(digit).collect::<String>()
    };
    bytes.chunks(3).map(group).collect()
}

/// Answers every question for an address with the same one, or that there is none.
fn answer_names(socket: &UdpSocket, address: Option<[u8; 4]>) {
    let mut question = [0; 512];
    while let Ok((length, from)) = socket.recv_from(&mut question) {
        let mut answer = question[..2].to_vec();
        let (flags, answers) = if address.is_some() { ([0x81, 0x80], 1) } else { ([0x81, 0x83], 0) };
        answer.extend(flags);
        answer.extend([0, 1, 0, answers, 0, 0, 0, 0]);
        answer.extend(&question[12..length]);
        if let Some(address) = address {
            answer.extend([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4]);
            answer.extend(address);
        }
        socket.send_to(&answer, from).ok();
    }
}

/// A port at which nobody listens.
fn closed_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// Serves each caller on a thread of its own; what fails with one is nothing to the others.
fn serve(answer: impl Fn(Box<dyn Both>) + Send + Sync + 'static) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let answer = Arc::new(answer);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let answer = Arc::clone(&answer);
            thread::spawn(move || answer(Box::new(stream)));
        }
    });
    port
}

/// A stream in both directions.
pub(crate) trait Both: Read + Write {}

impl<T: Read + Write> Both for T {}
