//! A reader of Bicep that notes every production it meets. It is for this test alone: what it does not know, it refuses. It must
//! not know which productions there have to be.

use std::collections::BTreeSet;

use crate::lexer::{Text, Token, tokens};

/// The productions in the text of a file, or what could not be read.
pub(crate) fn productions(text: &str) -> Result<BTreeSet<String>, String> {
    let mut parser = Parser::new(tokens(text)?);
    parser.file().map_err(|()| parser.rest())?;
    Ok(parser.seen)
}

/// Whether it could be read; where not, the parser stands at what it does not know.
pub(crate) type Read = Result<(), ()>;

pub(crate) struct Parser {
    tokens: Vec<Token>,
    at: usize,
    pub(crate) seen: BTreeSet<String>,
    /// Whether it is a file of parameters.
    pub(crate) of_parameters: bool,
    /// The names that stand for all that a file exports.
    pub(crate) imported: BTreeSet<String>,
}

impl Parser {
    pub(crate) fn new(tokens: Vec<Token>) -> Self {
        Parser { tokens, at: 0, seen: BTreeSet::new(), of_parameters: false, imported: BTreeSet::new() }
    }

    /// Notes a production.
    pub(crate) fn saw(&mut self, production: impl Into<String>) {
        self.seen.insert(production.into());
    }

    pub(crate) fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    pub(crate) fn next(&mut self) -> Option<Token> {
        let token = self.tokens.get(self.at).cloned();
        self.at += 1;
        token
    }

    /// Looks ahead: nothing is read, and nothing noted.
    pub(crate) fn looks(&mut self, test: impl FnOnce(&mut Self) -> bool) -> bool {
        let (at, seen) = (self.at, std::mem::take(&mut self.seen));
        let found = test(self);
        (self.at, self.seen) = (at, seen);
        found
    }

    /// The tokens from here on, up to the end of the line.
    pub(crate) fn line(&self) -> &[Token] {
        let rest = self.tokens.get(self.at..).unwrap_or_default();
        &rest[..rest.iter().position(|token| *token == Token::Newline).unwrap_or(rest.len())]
    }

    /// The tokens from here on.
    pub(crate) fn ahead(&self) -> &[Token] {
        self.tokens.get(self.at..).unwrap_or_default()
    }

    pub(crate) fn is_at_end(&self) -> bool {
        self.at >= self.tokens.len()
    }

    pub(crate) fn is_sign(&self, sign: &str) -> bool {
        matches!(self.peek(), Some(Token::Sign(it)) if *it == sign)
    }

    pub(crate) fn is_word(&self, word: &str) -> bool {
        matches!(self.peek(), Some(Token::Word(it)) if it == word)
    }

    /// Whether that sign follows, which is then read.
    pub(crate) fn sign(&mut self, sign: &str) -> bool {
        let found = self.is_sign(sign);
        self.at += usize::from(found);
        found
    }

    pub(crate) fn keyword(&mut self, word: &str) -> bool {
        let found = self.is_word(word);
        self.at += usize::from(found);
        found
    }

    pub(crate) fn expect(&mut self, sign: &str) -> Read {
        if self.sign(sign) { Ok(()) } else { Err(()) }
    }

    pub(crate) fn word(&mut self) -> Result<String, ()> {
        self.take(|token| if let Token::Word(word) = token { Some(word.clone()) } else { None })
    }

    pub(crate) fn text(&mut self) -> Result<Text, ()> {
        self.take(|token| if let Token::Text(text) = token { Some(text.clone()) } else { None })
    }

    /// What a token holds, if it is the next one.
    fn take<T>(&mut self, read: impl FnOnce(&Token) -> Option<T>) -> Result<T, ()> {
        let taken = self.peek().and_then(read).ok_or(())?;
        self.at += 1;
        Ok(taken)
    }

    pub(crate) fn newlines(&mut self) {
        while self.peek() == Some(&Token::Newline) {
            self.at += 1;
        }
    }

    /// Looks over line ends, and stays where it is if that sign does not follow.
    pub(crate) fn sign_below(&mut self, sign: &str) -> bool {
        let before = self.at;
        self.newlines();
        let found = self.sign(sign);
        if !found {
            self.at = before;
        }
        found
    }

    /// What stands in brackets, apart from each other by commas or ends of lines.
    pub(crate) fn items(&mut self, close: &str, mut item: impl FnMut(&mut Self) -> Read) -> Read {
        self.newlines();
        while !self.sign(close) {
            item(self)?;
            self.sign(",");
            self.newlines();
        }
        Ok(())
    }

    /// Reads other tokens, such as those of a hole.
    pub(crate) fn inside(&mut self, tokens: Vec<Token>, read: impl FnOnce(&mut Self) -> Read) -> Read {
        let tokens = std::mem::replace(&mut self.tokens, tokens);
        let at = std::mem::take(&mut self.at);
        let result = read(self).and_then(|()| if self.is_at_end() { Ok(()) } else { Err(()) });
        // Where it went wrong, the rest of the inner tokens is shown.
        if result.is_ok() {
            (self.tokens, self.at) = (tokens, at);
        }
        result
    }

    /// What has not been read, for a message.
    fn rest(&self) -> String {
        format!("{:?}", self.tokens.iter().skip(self.at.saturating_sub(3)).take(12).collect::<Vec<_>>())
    }
}
