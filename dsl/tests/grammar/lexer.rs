//! Bicep as tokens. It must not know which of them may follow each other.

/// A piece of the text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Token {
    /// The end of a line.
    Newline,
    /// A name or a keyword.
    Word(String),
    /// Digits.
    Int(String),
    /// A text, with what stands in its holes.
    Text(Text),
    /// An operator or a bracket.
    Sign(&'static str),
    /// `#disable-next-line` and its kin.
    Pragma(String),
}

/// A text between quotes.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Text {
    pub(crate) content: String,
    pub(crate) holes: Vec<Vec<Token>>,
    /// Between three quotes, behind this many dollars.
    pub(crate) dollars: Option<usize>,
}

/// The longer ones first.
const SIGNS: &[&str] = &[
    "[?^", "...", "=>", "==", "!=", "=~", "!~", "<=", ">=", "&&", "||", "??", "::", ".?", "[?", "[^", "{", "}", "[",
    "]", "(", ")", "<", ">", ",", ":", "?", ".", "=", "!", "-", "+", "*", "/", "%", "|", "@",
];

/// The tokens of a text, or the rest that is none.
pub(crate) fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let mut lexer = Lexer { rest: text };
    let tokens = lexer.until_brace()?;
    if lexer.rest.is_empty() { Ok(tokens) } else { Err(lexer.rest.to_owned()) }
}

struct Lexer<'t> {
    rest: &'t str,
}

impl Lexer<'_> {
    /// All tokens up to a brace that nothing has opened, or to the end.
    fn until_brace(&mut self) -> Result<Vec<Token>, String> {
        let (mut tokens, mut open) = (Vec::new(), 0_usize);
        loop {
            self.rest = self.rest.trim_start_matches(' ');
            if self.rest.is_empty() || (open == 0 && self.rest.starts_with('}')) {
                return Ok(tokens);
            }
            let Some(token) = self.next()? else { continue };
            match token {
                Token::Sign("{") => open += 1,
                Token::Sign("}") => open -= 1,
                _ => {}
            }
            tokens.push(token);
        }
    }

    /// The next token; nothing for a comment.
    fn next(&mut self) -> Result<Option<Token>, String> {
        let is_word = |char: char| char.is_ascii_alphanumeric() || char == '_';
        let first = self.rest.chars().next().unwrap_or_default();
        if self.rest.starts_with("//") {
            self.take(self.rest.find('\n').unwrap_or(self.rest.len()));
            return Ok(None);
        }
        Ok(Some(match first {
            '\n' => {
                self.take(1);
                Token::Newline
            }
            '#' => Token::Pragma(self.take(self.rest.find('\n').unwrap_or(self.rest.len()))),
            '0'..='9' => Token::Int(self.take_while(|char| char.is_ascii_digit())),
            '\'' | '$' => Token::Text(self.text()?),
            _ if is_word(first) => Token::Word(self.take_while(is_word)),
            _ => {
                let sign =
                    SIGNS.iter().find(|sign| self.rest.starts_with(**sign)).ok_or_else(|| self.rest.to_owned())?;
                self.take(sign.len());
                Token::Sign(sign)
            }
        }))
    }

    fn text(&mut self) -> Result<Text, String> {
        let dollars = self.take_while(|char| char == '$').len();
        if self.rest.starts_with("'''") {
            self.take(3);
            return self.content(Some(dollars));
        }
        self.take(1);
        self.content(None)
    }

    /// Up to the closing quotes.
    fn content(&mut self, dollars: Option<usize>) -> Result<Text, String> {
        let mut text = Text { dollars, ..Text::default() };
        let hole = match dollars {
            None => Some("${".to_owned()),
            Some(0) => None,
            Some(count) => Some("$".repeat(count) + "{"),
        };
        loop {
            if let Some(hole) = hole.as_ref().filter(|hole| self.rest.starts_with(hole.as_str())) {
                self.take(hole.len());
                text.holes.push(self.until_brace()?);
                self.take(1);
            } else if dollars.is_some() && self.rest.starts_with("'''") && !self.rest.starts_with("''''") {
                self.take(3);
                return Ok(text);
            } else if dollars.is_none() && self.rest.starts_with('\'') {
                self.take(1);
                return Ok(text);
            } else {
                let escaped = dollars.is_none() && self.rest.starts_with('\\');
                let length = self.rest.chars().take(1 + usize::from(escaped)).map(char::len_utf8).sum();
                if length == 0 {
                    return Err("a text without an end".to_owned());
                }
                text.content += &self.take(length);
            }
        }
    }

    fn take(&mut self, length: usize) -> String {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken.to_owned()
    }

    fn take_while(&mut self, is_part: impl Fn(char) -> bool) -> String {
        self.take(self.rest.find(|char| !is_part(char)).unwrap_or(self.rest.len()))
    }
}
