//! One JSON message on a byte stream, `Content-Length: N\r\n\r\n{json}`; it must not know processes or methods.

use std::io::{self, BufRead, Read, Write};

use serde_json::Value;

/// No header that the compiler writes is nearly as long; without a limit, garbage without a line end would be read
/// until the memory is full.
const LONGEST_HEADER: u64 = 1024;

const LONGEST_EXCERPT: usize = 300;

/// Writes one message, in one piece.
pub(crate) fn write(output: &mut impl Write, message: &Value) -> io::Result<()> {
    let body = message.to_string();
    let frame = format!("Content-Length: {}\r\n\r\n{body}", body.len());
    output.write_all(frame.as_bytes())?;
    output.flush()
}

/// Reads one message; the error is a sentence on what was seen instead.
pub(crate) fn read(input: &mut impl BufRead) -> Result<Value, String> {
    let length = read_length(input)?;
    let mut body = Vec::new();
    input.by_ref().take(length).read_to_end(&mut body).map_err(unreadable)?;
    if body.len() as u64 != length {
        return Err(format!("it ended in the middle of an answer, `{}`", excerpt(&body)));
    }
    serde_json::from_slice(&body).map_err(|error| format!("its answer is not JSON ({error}), `{}`", excerpt(&body)))
}

/// The beginning of a text that may be long and may be anything.
pub(crate) fn excerpt(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim();
    match text.char_indices().nth(LONGEST_EXCERPT) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text.to_owned(),
    }
}

fn read_length(input: &mut impl BufRead) -> Result<u64, String> {
    let mut length = None;
    loop {
        let header = read_header(input)?;
        if header.is_empty() {
            return length.ok_or_else(|| "its answer begins without Content-Length".to_owned());
        }
        let (name, value) = header.split_once(':').ok_or_else(|| garbage(header.as_bytes()))?;
        if name.eq_ignore_ascii_case("Content-Length") {
            length = Some(value.trim().parse().map_err(|_| garbage(header.as_bytes()))?);
        }
    }
}

fn read_header(input: &mut impl BufRead) -> Result<String, String> {
    let mut line = Vec::new();
    input.by_ref().take(LONGEST_HEADER).read_until(b'\n', &mut line).map_err(unreadable)?;
    match line.strip_suffix(b"\r\n") {
        Some(header) => String::from_utf8(header.to_vec()).map_err(|_| garbage(header)),
        None if line.is_empty() => Err("it ended without an answer".to_owned()),
        None => Err(garbage(&line)),
    }
}

fn garbage(seen: &[u8]) -> String {
    format!("it wrote `{}` where an answer should begin", excerpt(seen))
}

#[expect(clippy::needless_pass_by_value, reason = "`map_err` hands the error over")]
fn unreadable(error: io::Error) -> String {
    format!("its output could not be read ({error})")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_written_is_read_back_message_by_message() {
        let messages = [json!({"id": 1, "text": "é\r\n\r\n😀"}), json!([])];
        let mut stream = Vec::new();
        for message in &messages {
            write(&mut stream, message).unwrap();
        }

        let mut stream = stream.as_slice();
        for message in messages {
            assert_eq!(read(&mut stream), Ok(message));
        }
        assert_eq!(read(&mut stream), Err("it ended without an answer".to_owned()));
    }

    #[test]
    fn other_headers_and_the_case_of_letters_do_not_matter() {
        let mut stream = b"Content-Type: json\r\ncontent-length:2\r\n\r\n{}".as_slice();
        assert_eq!(read(&mut stream), Ok(json!({})));
    }

    #[test]
    fn everything_else_is_described() {
        let endless = "x".repeat(100_000);
        let cases = [
            ("hello\n", "it wrote `hello` where an answer should begin"),
            ("hello\r\n", "it wrote `hello` where an answer should begin"),
            (&endless, "xxx...` where an answer should begin"),
            ("Content-Length: many\r\n\r\n", "it wrote `Content-Length: many`"),
            ("Content-Type: json\r\n\r\n{}", "without Content-Length"),
            ("Content-Length: 9\r\n\r\n{}", "in the middle of an answer, `{}`"),
            ("Content-Length: 18446744073709551615\r\n\r\n{}", "in the middle of an answer, `{}`"),
            ("Content-Length: 2\r\n\r\n{]", "is not JSON"),
        ];
        for (stream, expected) in cases {
            let seen = read(&mut stream.as_bytes()).unwrap_err();
            assert!(seen.contains(expected), "{seen}");
        }
    }
}
