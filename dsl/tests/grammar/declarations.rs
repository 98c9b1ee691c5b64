//! How declarations are read. It must not know which of them there have to be.

use crate::lexer::Token;
use crate::parser::{Parser, Read};

impl Parser {
    pub(crate) fn file(&mut self) -> Read {
        self.newlines();
        while !self.is_at_end() {
            self.declaration()?;
            self.newlines();
        }
        Ok(())
    }

    /// The decorators above a declaration are noted with its keyword.
    fn declaration(&mut self) -> Read {
        if self.pragma() {
            return Ok(());
        }
        let target = target(self.ahead());
        self.decorators(&target)?;
        match self.word()?.as_str() {
            "targetScope" => self.target_scope(),
            "metadata" => self.assigned("metadata NAME = a"),
            "param" => self.param(),
            "var" => self.var(),
            "type" => self.type_alias(),
            "func" => self.function(),
            "output" => self.output(),
            "import" => self.import(),
            "extension" => self.extension(),
            "resource" => self.resource(),
            "module" => self.module(),
            "using" => self.using(),
            "extends" => self.text().map(|_| self.saw("extends 'x.bicepparam'")),
            _ => Err(()),
        }
    }

    /// What stands above a declaration, pragmas among it.
    pub(crate) fn decorators(&mut self, target: &str) -> Read {
        loop {
            if self.sign("@") {
                let name = self.word()?;
                self.arguments()?;
                self.saw(format!("@{name} on {target}"));
            } else if !self.pragma() {
                return Ok(());
            }
            self.newlines();
        }
    }

    /// Whether a pragma follows, which is then read.
    pub(crate) fn pragma(&mut self) -> bool {
        let Some(Token::Pragma(pragma)) = self.peek() else { return false };
        let word = pragma.split(' ').next().unwrap_or_default().to_owned();
        self.saw(word);
        self.next();
        true
    }

    fn assigned(&mut self, production: &str) -> Read {
        self.word()?;
        self.expect("=")?;
        self.expression()?;
        self.saw(production);
        Ok(())
    }

    fn target_scope(&mut self) -> Read {
        self.expect("=")?;
        let scope = self.text()?.content;
        self.saw(format!("targetScope = '{scope}'"));
        Ok(())
    }

    fn param(&mut self) -> Read {
        self.word()?;
        if self.sign("=") {
            self.saw("param NAME = a of a parameter file");
            return self.value("param NAME = [for …] of a parameter file");
        }
        self.ty()?;
        self.saw("param NAME type");
        if self.sign("=") {
            self.saw("param NAME type = a");
            self.expression()?;
        }
        Ok(())
    }

    fn var(&mut self) -> Read {
        self.word()?;
        if self.sign("=") {
            self.saw(if self.of_parameters { "var NAME = a of a parameter file" } else { "var NAME = a" });
        } else {
            self.ty()?;
            self.expect("=")?;
            self.saw("var NAME type = a");
        }
        self.value("var NAME = [for …]")
    }

    /// A value that may be a loop.
    fn value(&mut self, of_loop: &str) -> Read {
        if self.is_loop() {
            self.saw(of_loop);
        }
        self.expression()
    }

    fn type_alias(&mut self) -> Read {
        self.word()?;
        self.expect("=")?;
        self.saw("type NAME = type");
        self.ty()
    }

    fn function(&mut self) -> Read {
        self.word()?;
        self.expect("(")?;
        self.items(")", |parser| {
            parser.word()?;
            parser.ty()
        })?;
        self.ty()?;
        self.expect("=>")?;
        self.newlines();
        self.saw("func NAME(a type) type => a");
        self.expression()
    }

    fn output(&mut self) -> Read {
        self.word()?;
        self.ty()?;
        self.expect("=")?;
        self.saw("output NAME type = a");
        self.value("output NAME type = [for …]")
    }

    fn import(&mut self) -> Read {
        if self.sign("*") {
            self.keyword("as");
            let name = self.word()?;
            self.imported.insert(name);
            self.saw("import * as ns from 'x.bicep'");
        } else {
            self.expect("{")?;
            self.items("}", |parser| {
                let is_bare = parser.word().is_ok();
                if !is_bare {
                    parser.text()?;
                }
                let is_renamed = parser.keyword("as");
                parser.saw(match (is_bare, is_renamed) {
                    (true, false) => "import { a } from 'x.bicep'",
                    (true, true) => "import { a as b } from 'x.bicep'",
                    (false, _) => "import { 'odd-name' as a } from 'x.bicep'",
                });
                if is_renamed { parser.word().map(drop) } else { Ok(()) }
            })?;
        }
        if !self.keyword("from") {
            return Err(());
        }
        let path = self.text()?.content;
        if path.rsplit('.').next() == Some("json") {
            self.saw("import … from 'x.json'");
        }
        Ok(())
    }

    fn extension(&mut self) -> Read {
        let is_named = self.word().is_ok();
        if !is_named {
            self.text()?;
        }
        self.saw(if is_named { "extension name" } else { "extension './types.tgz'" });
        if self.keyword("with") {
            self.expression()?;
            self.saw("extension … with { … }");
        }
        if self.keyword("as") {
            self.word()?;
            self.saw("extension … as NAME");
        }
        Ok(())
    }

    fn using(&mut self) -> Read {
        self.of_parameters = true;
        if self.keyword("none") {
            self.saw("using none");
            return Ok(());
        }
        self.text()?;
        self.saw("using 'main.bicep'");
        Ok(())
    }
}

/// The keyword of the declaration that decorators belong to.
fn target(tokens: &[Token]) -> String {
    let (mut depth, mut is_decorator) = (0_usize, false);
    for token in tokens {
        match token {
            Token::Sign("(" | "[" | "{") => depth += 1,
            Token::Sign(")" | "]" | "}") => depth -= 1,
            Token::Sign("@") if depth == 0 => is_decorator = true,
            Token::Word(word) if depth == 0 && !std::mem::take(&mut is_decorator) => return word.clone(),
            _ => {}
        }
    }
    String::new()
}
