//! How types are read. It must not know which declaration they belong to.

use crate::lexer::Token;
use crate::parser::{Parser, Read};

impl Parser {
    pub(crate) fn ty(&mut self) -> Read {
        self.sign_below("|");
        self.postfix_type()?;
        while self.sign_below("|") {
            self.postfix_type()?;
            self.saw("type A | B");
        }
        Ok(())
    }

    fn postfix_type(&mut self) -> Read {
        self.primary_type()?;
        loop {
            if self.sign("?") {
                self.saw("type T?");
            } else if self.sign("!") {
                self.saw("type T!");
            } else if self.sign("[") {
                let part = match self.next() {
                    Some(Token::Sign("]")) => "type T[]",
                    Some(Token::Sign("*")) => "type T[*]",
                    Some(Token::Int(_)) => "type T[0]",
                    Some(Token::Text(_)) => "type T['odd key']",
                    _ => return Err(()),
                };
                if part != "type T[]" {
                    self.expect("]")?;
                }
                self.saw(part);
            } else if self.sign(".") {
                if self.sign("*") {
                    self.saw("type T.*");
                } else {
                    self.word()?;
                    self.saw("type T.p");
                }
            } else {
                return Ok(());
            }
        }
    }

    fn primary_type(&mut self) -> Read {
        match self.peek() {
            Some(Token::Text(_)) => {
                self.next();
                self.saw("type 'a'");
                Ok(())
            }
            Some(Token::Int(_) | Token::Sign("-")) => {
                let sign = if self.sign("-") { "-" } else { "" };
                self.next();
                self.saw(format!("type {sign}1"));
                Ok(())
            }
            Some(Token::Sign("(")) => {
                self.next();
                self.ty()?;
                self.saw("type (T)");
                self.expect(")")
            }
            Some(Token::Sign("[")) => {
                self.next();
                self.saw("type [T, U]");
                self.items("]", Parser::ty)
            }
            Some(Token::Sign("{")) => self.object_type(),
            _ => self.named_type(),
        }
    }

    fn object_type(&mut self) -> Read {
        self.next();
        self.items("}", |parser| {
            parser.decorators("property")?;
            if parser.sign("*") {
                parser.saw("type { *: T }");
            } else {
                let is_bare = matches!(parser.peek(), Some(Token::Word(_)));
                parser.key()?;
                parser.saw(if is_bare { "type { key: T }" } else { "type { 'odd key': T }" });
            }
            parser.expect(":")?;
            parser.ty()
        })
    }

    fn named_type(&mut self) -> Read {
        let name = self.word()?;
        match name.as_str() {
            "string" | "int" | "bool" | "object" | "array" | "any" | "null" => self.saw(format!("type {name}")),
            "true" | "false" => self.saw("type true"),
            "resourceInput" | "resourceOutput" => {
                self.expect("<")?;
                self.text()?;
                self.expect(">")?;
                self.saw(format!("type {name}<'…'>"));
            }
            "sys" => {
                self.expect(".")?;
                self.word()?;
                self.saw("type sys.bool");
            }
            _ if self.imported.contains(&name) => {
                self.expect(".")?;
                self.word()?;
                self.saw("type ns.Type");
            }
            _ => self.saw("type Name"),
        }
        Ok(())
    }
}
