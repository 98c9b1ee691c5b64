//! Addresses of the web.

use super::of_any;
use crate::expr::Expr;
use crate::value::{IntoValue, Value, ValueOf};

functions! {
    /// `uri(base, relative)`: an address that is given in relation to another.
    uri(base: String, relative: String) -> String = "uri";
    /// `uriComponent(text)`: a text as a part of an address, with `%20` for a blank.
    uri_component(text: String) -> String = "uriComponent";
    /// `uriComponentToString(text)`: back from [`uri_component`].
    uri_component_to_string(text: String) -> String = "uriComponentToString";
    /// `dataUriToString(uri)`: the text in an address that begins with `data:`.
    data_uri_to_string(uri: String) -> String = "dataUriToString";
}

/// `dataUri(value)`: an address that holds the value itself.
pub fn data_uri(value: impl IntoValue) -> Value<String> {
    of_any("dataUri", value)
}

crate::object! {
    /// The parts of an address, for [`build_uri`] and from [`parse_uri`].
    pub struct UriParts, UriPartsView;
    required {
        scheme: String = "scheme", "`https`";
        host: String = "host", "`www.contoso.com`";
    }
    optional {
        port: i64 = "port", "`443`";
        path: String = "path", "`/a/b`";
        query: String = "query", "`?a=1`";
    }
}

/// `buildUri(parts)`: the address that consists of the parts.
pub fn build_uri(parts: impl ValueOf<UriParts>) -> Value<String> {
    Value::new(Expr::call("buildUri", vec![parts.into().into()]))
}

/// `parseUri(address)`: the parts of an address.
pub fn parse_uri(address: impl ValueOf<String>) -> UriPartsView {
    UriPartsView::from(Expr::call("parseUri", vec![address.into().into()]))
}
