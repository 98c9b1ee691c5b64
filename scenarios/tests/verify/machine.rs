//! A machine in Azure that is this one: a stand-in for `az` runs scripts in a real shell, where names and addresses lead to
//! loopback. It must not know what a script does.

use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs, io};

use indoc::{formatdoc, indoc};
use tempfile::TempDir;

use crate::world::{HOST, PRINCIPAL, Ports, USER_TOKEN, World};

/// Writes down its arguments, and does what the file says that is called like the command: the one of the command line's tests.
const AZ: &str = include_str!("../../../dsl/cli/tests/az.sh");

/// Runs the script of the file, and answers as Azure does: with all that was printed, as one text of JSON.
const RUN_COMMAND: &str = indoc! {r#"
    for word in "$@"; do case "$word" in @*) script=${word#@} ;; esac; done
    set --
    [ ! -f "$MACHINE/environment" ] || . "$MACHINE/environment"
    output=$(env -i MACHINE="$MACHINE" PATH="$MACHINE/bin:/usr/bin:/bin" CURL_HOME="$MACHINE/inside" NAMES="$NAMES" "$@" \
      "$(cat "$MACHINE/shell")" "$script" 2>&1 |
      sed 's/\\/\\\\/g; s/"/\\"/g; s/\t/\\t/g' | awk '{ printf "%s\\n", $0 }')
    printf '{"value": [{"code": "ProvisioningState/succeeded", "message": "Enable succeeded: \\n[stdout]\\n%s\\n[stderr]\\n"}]}' "$output"
"#};

/// Leads the connections of Python to loopback, as the files for `curl` do it for that.
const SITE: &str = indoc! {r#"
    import os, socket
    connect, doors = socket.getaddrinfo, dict(door.split("=") for door in os.environ["DOORS"].split())
    def lead(host, port, *more, **named):
        door = doors.get(f"{host}:{port}")
        return connect("127.0.0.1", int(door), *more, **named) if door else connect(host, port, *more, **named)
    socket.getaddrinfo = lead
"#};

/// Asks the server for names on loopback, as the system does.
const GETENT: &str = indoc! {r#"
    #!/bin/bash
    exec 3<>"/dev/udp/127.0.0.1/$NAMES"
    question=
    IFS=. read -ra labels <<< "$2"
    for label in "${labels[@]}"; do
      printf -v length '\\x%02x' "${#label}"
      question+="$length$label"
    done
    printf "\x12\x34\x01\x00\x00\x01\x00\x00\x00\x00\x00\x00$question\x00\x00\x01\x00\x01" >&3
    mapfile -t bytes < <(timeout 5 dd bs=512 count=1 <&3 2>/dev/null | od -An -v -tu1 | tr -s ' ' '\n' | sed '/^$/d')
    [ "${bytes[7]}" != 0 ] || exit 2
    for kind in STREAM DGRAM RAW; do (IFS=.; echo "${bytes[*]: -4} $kind $2"); done
"#};

/// Writes down its arguments, which everybody on a machine can see.
const CURL: &str = indoc! {r#"
    #!/bin/sh
    { printf 'curl'; printf ' [%s]' "$@"; echo; } >> "$MACHINE/calls"
    exec /usr/bin/curl "$@"
"#};

pub(crate) struct Machine {
    folder: TempDir,
    names: u16,
}

/// What a user sees of one run.
#[derive(Debug)]
pub(crate) struct Seen {
    pub(crate) exit: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Machine {
    /// None where a tool is missing that the script or the stand-ins need: then the test is skipped, and says so.
    #[track_caller]
    pub(crate) fn in_world(world: World) -> Option<Self> {
        let is_there = |tool: &&str| ["/usr/bin", "/bin"].iter().any(|folder| Path::new(folder).join(tool).is_file());
        if let Some(missing) = ["bash", "curl", "awk", "od", "timeout"].iter().find(|tool| !is_there(tool)) {
            assert!(env::var_os("CI").is_none_or(|ci| ci != "true"), "`{missing}` is not installed");
            io::stderr().write_all(format!("SKIPPED a test of verify: `{missing}` is not installed\n").as_bytes()).ok();
            return None;
        }
        let ports = world.start();
        let machine = Self { folder: tempfile::tempdir().unwrap(), names: ports.names };
        for folder in ["bin", "inside", "outside"] {
            fs::create_dir(machine.path(folder)).unwrap();
        }
        machine.tool("../az", AZ);
        machine.tool("getent", GETENT);
        machine.tool("curl", CURL);
        machine.put("shell", "sh");
        machine.lead_to(&ports);
        machine.answer_for_azure();
        Some(machine)
    }

    /// Where `curl` goes instead of to Azure, inside of the machine and here.
    fn lead_to(&self, ports: &Ports) {
        self.put("certificate.pem", &ports.certificate);
        let trust = format!("cacert = \"{}\"\n", self.path("certificate.pem").display());
        let to = |host: &str, port, to| format!("connect-to = \"{host}:{port}:127.0.0.1:{to}\"\n");
        let metadata = to("169.254.169.254", 80, ports.metadata);
        self.put("doors", &format!("169.254.169.254:80={} {HOST}:443={}", ports.metadata, ports.inside));
        self.put("inside/.curlrc", &format!("{trust}{metadata}{}", to(HOST, 443, ports.inside)));
        self.put("outside/.curlrc", &format!("{trust}{}", to(HOST, 443, ports.outside)));
    }

    /// Lets the machine's own Python reach the package index as this process does, and the servers.
    pub(crate) fn with_python(&self) {
        fs::create_dir(self.path("site")).unwrap();
        self.put("site/sitecustomize.py", SITE);
        let doors = fs::read_to_string(self.path("doors")).unwrap();
        let own = env::vars().filter(|(name, _)| name == "HOME" || name.starts_with("PIP_"));
        let more = [
            ("PYTHONPATH".to_owned(), self.path("site").display().to_string()),
            ("SSL_CERT_FILE".to_owned(), self.path("certificate.pem").display().to_string()),
            ("DOORS".to_owned(), doors),
        ];
        let words = own.chain(more).map(|(name, value)| format!(" '{name}={value}'"));
        self.put("environment", &format!("set --{}\n", words.collect::<String>()));
    }

    fn answer_for_azure(&self) {
        self.put("version", r#"echo '{"azure-cli": "2.91.0"}'"#);
        self.put("account-show", r#"echo '{"name": "Contoso", "id": "0"}'"#);
        self.put("account-get-access-token", &format!(r#"echo '{{"accessToken": "{USER_TOKEN}"}}'"#));
        let group = "/subscriptions/0/resourceGroups/rg/providers";
        let ids = [
            "Microsoft.Network/virtualNetworks/aoai-vnet",
            "Microsoft.CognitiveServices/accounts/aoai-abc",
            "Microsoft.CognitiveServices/accounts/aoai-abc/deployments/chat",
            "Microsoft.Network/privateEndpoints/aoai-account-pe",
            "Microsoft.Compute/virtualMachines/aoai-vm",
        ];
        let resources = ids.map(|id| format!(r#"{{"id": "{group}/{id}"}}"#)).join(", ");
        self.put("deployment-group-show", &format!(r#"echo '{{"properties": {{"outputResources": [{resources}]}}}}'"#));
        self.put(
            "resource-show",
            &formatdoc! {r#"
            case "$*" in
              *virtualMachines*) echo '{{"identity": {{"principalId": "{PRINCIPAL}"}}}}' ;;
              *accounts*) echo '{{"properties": {{"endpoint": "https://{HOST}/"}}}}' ;;
            esac
        "#},
        );
        self.put("vm-run-command-invoke", RUN_COMMAND);
    }

    /// Puts a file: what `az` does at a command, in words of a shell.
    pub(crate) fn put(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    /// Puts a program into the machine.
    pub(crate) fn tool(&self, name: &str, text: &str) {
        let path = format!("bin/{name}");
        self.put(&path, text);
        fs::set_permissions(self.path(&path), fs::Permissions::from_mode(0o755)).unwrap();
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn calls(&self) -> String {
        fs::read_to_string(self.path("calls")).unwrap()
    }

    /// Every text that a run has left, but for the tools.
    pub(crate) fn left(&self) -> String {
        let entries = fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().path());
        let is_of_run = |path: &PathBuf| path.is_file() && !path.ends_with("account-get-access-token");
        entries.filter(is_of_run).map(|path| fs::read_to_string(path).unwrap()).collect()
    }

    /// Runs `verify` for the example; what takes time in Azure is not waited for, unless that is asked for.
    pub(crate) fn verify(&self, more: &[&str]) -> Seen {
        let mut program = Command::new(env!("CARGO_BIN_EXE_scenarios"));
        program.args(["verify", "example", "-g", "rg"]).args(more);
        if !more.contains(&"--wait") {
            program.args(["--wait", "0"]);
        }
        let path = format!("{}:/usr/bin:/bin", self.path("bin").display());
        program.env_clear().env("PATH", path).env("AZ", self.path("az")).env("MACHINE", self.folder.path());
        program.env("CURL_HOME", self.path("outside")).env("NAMES", self.names.to_string());
        seen(program.env("TMPDIR", self.folder.path()).output().unwrap())
    }
}

/// What there is to see, which is never a panic.
fn seen(output: Output) -> Seen {
    let [stdout, stderr] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    assert!(!stderr.contains("panicked"), "{stderr}");
    Seen { exit: output.status.code(), stdout, stderr }
}
