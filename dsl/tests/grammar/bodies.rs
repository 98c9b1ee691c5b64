//! How resources and modules are read, down to the properties that Bicep itself knows. It must not know any type of resource.

use crate::lexer::Token;
use crate::parser::{Parser, Read};

impl Parser {
    pub(crate) fn resource(&mut self) -> Read {
        self.word()?;
        let ty = self.text()?.content;
        if ty.contains(':') {
            self.saw("resource NAME 'ns:type@v'");
        }
        let is_existing = self.keyword("existing");
        self.saw(if is_existing { "resource NAME 'type@v' existing" } else { "resource NAME 'type@v'" });
        self.expect("=")?;
        self.body("resource", is_existing, ty.matches('/').count())
    }

    pub(crate) fn module(&mut self) -> Read {
        self.word()?;
        let path = self.text()?.content;
        let prefix = ["br:", "br/", "ts:", "ts/"].into_iter().find(|prefix| path.starts_with(prefix));
        self.saw(match prefix {
            Some(prefix) => format!("module NAME '{prefix}…'"),
            None if path.rsplit('.').next() == Some("json") => "module NAME 'x.json'".to_owned(),
            None => "module NAME 'x.bicep'".to_owned(),
        });
        self.expect("=")?;
        self.body("module", false, 0)
    }

    /// What follows `=`, with the number of slashes in the type.
    fn body(&mut self, keyword: &str, is_existing: bool, slashes: usize) -> Read {
        if self.sign("[") {
            self.newlines();
            self.saw(format!("{keyword} … = [for …]"));
            self.for_body(&mut |parser| {
                if parser.is_word("if") {
                    parser.saw(format!("{keyword} … = [for …: if (c) {{ … }}]"));
                }
                parser.conditional(keyword, is_existing, slashes)
            })?;
        } else {
            if self.is_word("if") {
                self.saw(format!("{keyword} … = if (c) {{ … }}"));
            } else {
                self.saw(format!("{keyword} … = {{ … }}"));
            }
            self.conditional(keyword, is_existing, slashes)?;
        }
        Ok(())
    }

    fn conditional(&mut self, keyword: &str, is_existing: bool, slashes: usize) -> Read {
        if self.keyword("if") {
            self.expect("(")?;
            self.expression()?;
            self.expect(")")?;
        }
        self.expect("{")?;
        let (mut is_child, mut is_spread) = (false, false);
        self.items("}", |parser| {
            if parser.is_nested_resource() {
                return parser.nested(slashes);
            }
            if parser.pragma() {
                return Ok(());
            }
            is_spread |= parser.is_sign("...");
            if parser.sign("...") {
                return parser.expression();
            }
            is_child |= parser.is_word("parent");
            parser.property_of(keyword, is_existing, slashes > 1 && !is_child)
        })?;
        Ok(())
    }

    fn property_of(&mut self, keyword: &str, is_existing: bool, may_be_slashed: bool) -> Read {
        let name = match self.peek() {
            Some(Token::Word(word)) => word.clone(),
            _ => String::new(),
        };
        self.key()?;
        let value = self.line();
        let is_element = value.contains(&Token::Sign("["));
        let is_slashed = matches!(value.get(1), Some(Token::Text(text)) if text.content.contains('/'));
        self.value_of_property()?;
        match (keyword, name.as_str()) {
            ("resource", "parent") if is_element => self.saw("parent: a[i]"),
            ("resource", "parent") => self.saw("parent: a"),
            ("resource", "name") if may_be_slashed && is_slashed => self.saw("name: 'parent/child'"),
            ("resource", "name" | "scope" | "dependsOn") => self.saw(format!("{name}: a")),
            ("module", "scope" | "params" | "dependsOn" | "identity" | "name") => self.saw(format!("module {name}: a")),
            _ => {}
        }
        if is_existing && name == "scope" {
            self.saw("scope: a of an existing resource");
        }
        Ok(())
    }

    /// Whether a resource follows, under its decorators.
    fn is_nested_resource(&mut self) -> bool {
        self.looks(|ahead| {
            let is_resource = ahead.decorators("").is_ok() && ahead.keyword("resource") && ahead.word().is_ok();
            is_resource && matches!(ahead.peek(), Some(Token::Text(_)))
        })
    }

    fn nested(&mut self, slashes: usize) -> Read {
        self.decorators("resource")?;
        self.keyword("resource");
        self.word()?;
        self.text()?;
        let is_existing = self.keyword("existing");
        self.expect("=")?;
        self.saw("resource NAME 'child' inside its parent");
        self.body("resource", is_existing, slashes)
    }
}
