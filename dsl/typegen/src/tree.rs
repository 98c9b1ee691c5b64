//! The properties of a type as indented lines. It must not know what a resource is.

use types::{Object, Property, Provider, Type, TypeId};

use crate::describe;

/// The lines of one page. Nesting ends at a depth, and where a type contains itself.
pub(crate) struct Tree<'p> {
    provider: &'p Provider,
    depth: usize,
    all_values: bool,
    text: String,
    /// The types that the next line is inside of.
    around: Vec<TypeId>,
    is_cut: bool,
}

impl<'p> Tree<'p> {
    pub(crate) fn new(provider: &'p Provider, depth: usize, all_values: bool) -> Self {
        Self { provider, depth, all_values, text: String::new(), around: Vec::new(), is_cut: false }
    }

    /// All lines, and whether some types have more below.
    pub(crate) fn finish(self) -> (String, bool) {
        (self.text, self.is_cut)
    }

    /// A line, and below it what the type consists of.
    pub(crate) fn line(&mut self, level: usize, label: &str, words: Vec<String>, id: TypeId) {
        let mut line = format!("{}{label}: {}", "  ".repeat(level), describe::name(self.provider, id, self.all_values));
        for word in words.into_iter().chain(describe::bounds(self.provider, id)) {
            line += ", ";
            line += &word;
        }
        let inner = self.without_arrays(id);
        let is_around = self.around.contains(&inner);
        let is_too_deep = level > self.depth && self.has_members(inner);
        self.is_cut |= is_too_deep && !is_around;
        line += if is_around { " (as around it)" } else { ["", " …"][usize::from(is_too_deep)] };
        self.text += &(line + "\n");
        if !is_around && !is_too_deep {
            self.members(level, inner);
        }
    }

    /// What the type consists of, below a line of the level before.
    pub(crate) fn members(&mut self, level: usize, id: TypeId) {
        self.around.push(id);
        match &self.provider[id] {
            Type::Object(object) => self.object(level, object),
            Type::Discriminated(it) => {
                self.properties(level, &it.base);
                for variant in &it.variants {
                    let value = describe::literal(&variant.value);
                    self.line(level + 1, &format!("if {} is {value}", it.discriminator), Vec::new(), variant.body);
                }
            }
            _ => {}
        }
        self.around.pop();
    }

    fn object(&mut self, level: usize, object: &Object) {
        self.properties(level, &object.properties);
        if let Some(additional) = object.additional {
            self.line(level + 1, "*", Vec::new(), additional);
        }
    }

    fn properties(&mut self, level: usize, properties: &[Property]) {
        for property in properties {
            self.line(level + 1, &property.name, describe::flags(property.flags), property.ty);
        }
    }

    fn without_arrays(&self, id: TypeId) -> TypeId {
        // An array of arrays of itself would have no end; no data has it, but nothing else excludes it.
        let mut id = id;
        for _ in 0..self.provider.types().len() {
            let Type::Array(array) = &self.provider[id] else { break };
            id = array.item;
        }
        id
    }

    fn has_members(&self, id: TypeId) -> bool {
        match &self.provider[id] {
            Type::Object(object) => !object.properties.is_empty() || object.additional.is_some(),
            Type::Discriminated(_) => true,
            _ => false,
        }
    }
}
