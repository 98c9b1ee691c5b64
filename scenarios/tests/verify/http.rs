//! As much of HTTP as one request needs. It must not know what is asked.

use std::io::{BufRead, BufReader, Read, Write};

/// A request.
pub(crate) struct Request {
    pub(crate) line: String,
    /// Names in small letters.
    headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Request {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    fn read(stream: impl Read) -> Option<Self> {
        let mut lines = BufReader::new(stream);
        let mut line = || -> Option<String> {
            let mut line = String::new();
            lines.read_line(&mut line).ok().filter(|read| *read > 0)?;
            Some(line.trim_end().to_owned())
        };
        let (first, mut headers) = (line()?, Vec::new());
        while let Some((name, value)) = line()?.split_once(':') {
            headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
        let mut request = Self { line: first, headers, body: String::new() };
        let length = request.header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
        lines.take(length).read_to_string(&mut request.body).ok()?;
        Some(request)
    }
}

/// Answers one request: with a status, and a text of JSON.
pub(crate) fn answer(mut stream: impl Read + Write, answer: impl FnOnce(&Request) -> (u16, String)) {
    let Some(request) = Request::read(&mut stream) else { return };
    let (status, body) = answer(&request);
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status} Status\r\nContent-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(format!("{head}{body}").as_bytes()).and_then(|()| stream.flush()).ok();
}
