//! TLS with a certificate that is made for the test. It must not know what goes over it.

use std::io::{Read, Write};
use std::sync::Arc;

use rustls::crypto::ring;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// A server's side of it.
#[derive(Clone)]
pub(crate) struct Tls {
    /// As callers have to trust it.
    pub(crate) certificate: String,
    config: Arc<ServerConfig>,
}

impl Tls {
    /// For a host of that name.
    pub(crate) fn new(host: &str) -> Self {
        let made = rcgen::generate_simple_self_signed([host.to_owned()]).unwrap();
        let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
        let builder = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()));
        let builder = builder.with_safe_default_protocol_versions().unwrap().with_no_client_auth();
        let config = builder.with_single_cert(vec![made.cert.der().clone()], key).unwrap();
        Self { certificate: made.cert.pem(), config: Arc::new(config) }
    }

    /// Serves one caller.
    pub(crate) fn serve<S: Read + Write>(&self, stream: S, answer: impl FnOnce(&mut StreamOwned<ServerConnection, S>)) {
        let connection = ServerConnection::new(Arc::clone(&self.config)).unwrap();
        let mut stream = StreamOwned::new(connection, stream);
        answer(&mut stream);
        stream.conn.send_close_notify();
        stream.conn.complete_io(&mut stream.sock).ok();
    }
}
