//! How expressions are read. It must not know where they stand.

use crate::lexer::Token;
use crate::parser::{Parser, Read};

/// Operators with two sides, those that bind loosest first.
const LEVELS: &[&[&str]] =
    &[&["??"], &["||"], &["&&"], &["==", "!=", "=~", "!~"], &["<", "<=", ">", ">="], &["+", "-"], &["*", "/", "%"]];

impl Parser {
    pub(crate) fn expression(&mut self) -> Read {
        self.binary(0)?;
        if !self.is_sign("::") && self.sign_below("?") {
            self.expression()?;
            if !self.sign_below(":") {
                return Err(());
            }
            self.expression()?;
            self.saw("c ? a : b");
        }
        Ok(())
    }

    fn binary(&mut self, level: usize) -> Read {
        let Some(operators) = LEVELS.get(level) else { return self.unary() };
        self.binary(level + 1)?;
        while let Some(operator) = operators.iter().find(|operator| self.is_sign(operator)) {
            self.sign(operator);
            self.saw(format!("a {operator} b"));
            self.binary(level + 1)?;
        }
        Ok(())
    }

    fn unary(&mut self) -> Read {
        for operator in ["!", "-"] {
            if self.sign(operator) {
                self.saw(format!("{operator}a"));
                break;
            }
        }
        let this = self.is_word("this");
        self.primary()?;
        self.postfix(this)
    }

    fn postfix(&mut self, this: bool) -> Read {
        loop {
            if self.sign(".") {
                let name = self.word()?;
                if self.is_sign("(") {
                    self.arguments()?;
                    self.saw(if this { format!("this.{name}()") } else { "a.f(…)".to_owned() });
                } else {
                    self.saw(if name == "outputs" { "m.outputs.x" } else { "a.p" });
                }
            } else if self.sign(".?") {
                self.word()?;
                self.saw("a.?p");
            } else if self.sign("::") {
                self.word()?;
                self.saw("a::child");
            } else if self.sign("!") {
                self.saw("a!");
            } else if let Some(open) = ["[?^", "[?", "[^", "["].into_iter().find(|open| self.is_sign(open)) {
                self.sign(open);
                self.expression()?;
                self.expect("]")?;
                self.saw(format!("a{open}i]"));
            } else {
                return Ok(());
            }
        }
    }

    fn primary(&mut self) -> Read {
        match self.peek() {
            Some(Token::Int(_)) => {
                self.next();
                self.saw("1");
                Ok(())
            }
            Some(Token::Text(_)) => self.text_literal(),
            Some(Token::Sign("(")) => self.parentheses(),
            Some(Token::Sign("[")) => self.array(),
            Some(Token::Sign("{")) => self.object(),
            Some(Token::Word(_)) => self.name(),
            _ => Err(()),
        }
    }

    pub(crate) fn text_literal(&mut self) -> Read {
        let text = self.text()?;
        self.saw(match (text.dollars, text.holes.is_empty()) {
            (None, true) => "'text'",
            (None, false) => "'…${a}…'",
            (Some(0), _) => "'''text'''",
            (Some(1), _) => "$'''…${a}…'''",
            (Some(_), _) => "$$'''…$${a}…'''",
        });
        text.holes.into_iter().try_for_each(|hole| self.inside(hole, Parser::expression))
    }

    /// A lambda with any number of variables, or an expression.
    fn parentheses(&mut self) -> Read {
        if self.is_lambda() {
            self.expect("(")?;
            self.items(")", |parser| parser.word().map(drop))?;
            self.saw("(a, b) => c");
            return self.arrow();
        }
        self.expect("(")?;
        self.expression()?;
        self.expect(")")?;
        self.saw("(a)");
        Ok(())
    }

    /// Whether an arrow stands behind the next parenthesis that closes.
    fn is_lambda(&mut self) -> bool {
        self.looks(|ahead| {
            let is_list = ahead.expect("(").and_then(|()| ahead.items(")", |parser| parser.word().map(drop)));
            is_list.is_ok() && ahead.sign("=>")
        })
    }

    fn arrow(&mut self) -> Read {
        self.expect("=>")?;
        self.newlines();
        self.expression()
    }

    fn name(&mut self) -> Read {
        let name = self.word()?;
        match name.as_str() {
            "true" | "false" | "null" => self.saw(name),
            _ if self.is_sign("(") => {
                self.arguments()?;
                self.saw("f(…)");
            }
            _ if self.is_sign("=>") => {
                self.saw("a => b");
                return self.arrow();
            }
            _ => self.saw("name"),
        }
        Ok(())
    }

    pub(crate) fn arguments(&mut self) -> Read {
        self.expect("(")?;
        self.items(")", Parser::expression)
    }

    fn array(&mut self) -> Read {
        self.expect("[")?;
        self.newlines();
        if self.is_word("for") {
            return self.for_body(&mut Parser::expression);
        }
        self.saw("[a, b]");
        self.items("]", |parser| {
            if parser.sign("...") {
                parser.saw("[...a]");
            }
            parser.expression()
        })
    }

    /// `for x in xs: body]`, behind the bracket.
    pub(crate) fn for_body(&mut self, body: &mut dyn FnMut(&mut Self) -> Read) -> Read {
        self.word()?;
        let with_index = self.sign("(");
        self.word()?;
        if with_index {
            self.expect(",")?;
            self.word()?;
            self.expect(")")?;
            self.saw("for (x, i) in xs");
        } else {
            self.saw("for x in xs");
        }
        if !self.keyword("in") {
            return Err(());
        }
        self.expression()?;
        self.expect(":")?;
        body(self)?;
        self.newlines();
        self.expect("]")
    }

    fn object(&mut self) -> Read {
        self.expect("{")?;
        self.saw("{ a: b }");
        self.items("}", |parser| {
            if parser.sign("...") {
                parser.saw("{ ...a }");
                return parser.expression();
            }
            parser.key()?;
            parser.value_of_property()
        })
    }

    pub(crate) fn value_of_property(&mut self) -> Read {
        self.expect(":")?;
        let is_loop = self.is_loop();
        self.expression()?;
        if is_loop {
            self.saw("key: [for …]");
        }
        Ok(())
    }

    /// Whether a loop follows.
    pub(crate) fn is_loop(&mut self) -> bool {
        self.looks(|ahead| {
            let is_list = ahead.sign("[");
            ahead.newlines();
            is_list && ahead.is_word("for")
        })
    }

    pub(crate) fn key(&mut self) -> Read {
        if self.word().is_ok() {
            self.saw("key: a");
            return Ok(());
        }
        let text = self.text()?;
        let is_word = matches!(text.content.as_str(), "true" | "false" | "null");
        self.saw(match text.holes.is_empty() {
            true if is_word => "'null': a",
            true => "'odd-key': a",
            false => "'${key}': a",
        });
        text.holes.into_iter().try_for_each(|hole| self.inside(hole, Parser::expression))
    }
}
