//! Random expressions that have a type, over a fixed set of params.

use dsl::{Accessor, BinaryOperator as Op, Entry, Expr, For, Item, UnaryOperator};

use crate::choices::Choices;

/// What an expression evaluates to.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    Int,
    Bool,
    Text,
    /// `int[]`
    List,
    /// `{ x: int, y: string, z: bool }`
    Record,
}

/// Texts of several lines, also of characters that the formatter takes for ends of lines.
const TEXTS: [&str; 10] = [
    "a\nb",
    "it's ${no} hole\n",
    "$${x}\n  'quoted' \\n",
    "\n\n",
    "one line",
    "$${{$${",
    "a\u{c}\nb",
    "a\n\u{85}b",
    "\u{2028}\n",
    "a\n\u{2029}${x}",
];

pub(crate) const KINDS: [Kind; 5] = [Kind::Int, Kind::Bool, Kind::Text, Kind::List, Kind::Record];

/// A tree of that kind. Inside a hole of a string there may be no brackets: `in_hole`.
pub(crate) fn tree(choices: &mut Choices<'_>, kind: Kind, depth: usize, in_hole: bool) -> Expr {
    let mut tree = Tree { choices, locals: 0, in_hole };
    tree.of(kind, depth)
}

/// As [`tree`], and a list may be a loop, which is taken only as the whole of a value.
pub(crate) fn whole(choices: &mut Choices<'_>, kind: Kind, depth: usize) -> Expr {
    if !matches!(kind, Kind::List) || choices.below(2) == 0 {
        return tree(choices, kind, depth, false);
    }
    let source = tree(choices, Kind::List, depth - 1, false);
    let index = (choices.below(2) == 0).then(|| "x1".into());
    let mut body = Tree { choices, locals: 1 + usize::from(index.is_some()), in_hole: false };
    let body = body.of(Kind::Int, depth - 1);
    Expr::For(For { item: "x0".into(), index, source, body }.into())
}

struct Tree<'t, 'c> {
    choices: &'t mut Choices<'c>,
    /// How many variables of lambdas are in scope here.
    locals: usize,
    in_hole: bool,
}

impl Tree<'_, '_> {
    fn of(&mut self, kind: Kind, depth: usize) -> Expr {
        if depth == 0 {
            return self.leaf(kind);
        }
        // What every kind has in common: a condition, and the leaf that ends a branch early.
        match self.choices.below(8) {
            0 => self.leaf(kind),
            1 => Expr::ternary(self.of(Kind::Bool, depth - 1), self.of(kind, depth - 1), self.of(kind, depth - 1)),
            _ => match kind {
                Kind::Int => self.int(depth - 1),
                Kind::Bool => self.bool(depth - 1),
                Kind::Text => self.text(depth - 1),
                Kind::List => self.list(depth - 1),
                Kind::Record => self.record(depth - 1),
            },
        }
    }

    fn leaf(&mut self, kind: Kind) -> Expr {
        match kind {
            Kind::Int if self.locals > 0 && self.choices.below(2) == 0 => local(self.choices.below(self.locals)),
            Kind::Int => match self.choices.below(5) {
                0 => symbol("i"),
                1 => symbol("j"),
                2 => Expr::Int(-7),
                3 => symbol("o").member("x"),
                _ => Expr::Int(self.choices.below(100).try_into().unwrap_or_default()),
            },
            Kind::Bool => self.choices.of(&["b", "c"]).pipe(symbol),
            Kind::Text => match self.choices.below(3) {
                0 => symbol("s"),
                1 => symbol("o").member("y"),
                _ => {
                    Expr::string(self.choices.of(&["", "a", "it's", "${x}", "a much longer text, so that lines break"]))
                }
            },
            Kind::List => self.choices.of(&["a", "aRatherLongNameForAListOfNumbers"]).pipe(symbol),
            Kind::Record => symbol("o"),
        }
    }

    fn int(&mut self, depth: usize) -> Expr {
        match self.choices.below(14) {
            12 => self.chain(depth),
            13 => Expr::call("length", [self.keyed(depth)]),
            0 => Expr::unary(UnaryOperator::Minus, self.of(Kind::Int, depth)),
            1 => Expr::call("length", [self.of(Kind::List, depth)]),
            2 => Expr::call("max", [self.of(Kind::Int, depth), self.of(Kind::Int, depth)]),
            // The compiler knows the length of a list that is written out, and refuses an index beyond it.
            3 => self.over("map", Kind::Int, depth).index(Expr::Int(1)),
            4 => Expr::binary(symbol("n"), Op::Coalesce, self.of(Kind::Int, depth)),
            5 => self.of(Kind::Record, depth).member("x"),
            6 => {
                let operator = self.choices.of(&[Op::Divide, Op::Modulo]);
                // The compiler refuses a zero that it can compute.
                Expr::binary(self.of(Kind::Int, depth), operator, self.choices.of(&["i", "j"]).pipe(symbol))
            }
            7 => self.safe(depth),
            8 => symbol("n").access(Accessor::NonNull),
            9 => self.reduced(depth),
            _ => {
                let operator = self.choices.of(&[Op::Add, Op::Subtract, Op::Multiply]);
                Expr::binary(self.of(Kind::Int, depth), operator, self.of(Kind::Int, depth))
            }
        }
    }

    /// Something that may not be there, or something else.
    fn safe(&mut self, depth: usize) -> Expr {
        // The compiler refuses a position below zero that it can compute.
        let position = Expr::binary(symbol("i"), Op::Add, self.of(Kind::Int, depth));
        let maybe = match self.choices.below(4) {
            0 => symbol("q").access(Accessor::SafeProperty("x".into())),
            1 => symbol("a").access(Accessor::SafeIndex(position)),
            2 => symbol("a").access(Accessor::SafeIndexFromEnd(position)),
            _ => symbol("a").access(Accessor::IndexFromEnd(position)),
        };
        Expr::binary(maybe, Op::Coalesce, self.of(Kind::Int, depth))
    }

    /// Several steps that may each lead nowhere, or something else.
    fn chain(&mut self, depth: usize) -> Expr {
        let deep = symbol("m").access(Accessor::SafeProperty("deep".into()));
        let list = symbol("m").access(Accessor::SafeProperty("list".into()));
        let maybe = match self.choices.below(5) {
            0 => deep.access(Accessor::SafeProperty("x".into())),
            1 => list.access(Accessor::SafeIndex(Expr::binary(symbol("i"), Op::Add, self.of(Kind::Int, depth)))),
            2 => deep.access(Accessor::NonNull).member("x"),
            3 => Expr::binary(list, Op::Coalesce, self.of(Kind::List, depth)).access(Accessor::SafeIndex(symbol("j"))),
            _ => symbol("m").access(Accessor::NonNull).member("deep").access(Accessor::SafeProperty("x".into())),
        };
        Expr::binary(maybe, Op::Coalesce, self.of(Kind::Int, depth))
    }

    /// An object whose keys the deployment computes.
    fn keyed(&mut self, depth: usize) -> Expr {
        let list = self.of(Kind::List, depth);
        let keys = self.lambda(1, Kind::Text, depth);
        match self.choices.below(3) {
            0 => Expr::call("groupBy", [list, keys]),
            1 => Expr::call("toObject", [list, keys, self.lambda(1, Kind::Int, depth)]),
            _ => {
                let numbers = Expr::call("toObject", [list, keys]);
                Expr::call("mapValues", [numbers, self.lambda(1, Kind::Int, depth)])
            }
        }
    }

    /// `reduce(list, int, (x, y) => int)`
    fn reduced(&mut self, depth: usize) -> Expr {
        let (list, first) = (self.of(Kind::List, depth), self.of(Kind::Int, depth));
        let lambda = self.lambda(2, Kind::Int, depth);
        Expr::call("reduce", [list, first, lambda])
    }

    /// `(x, y) => body`, with so many variables.
    fn lambda(&mut self, variables: usize, body: Kind, depth: usize) -> Expr {
        let names: Vec<_> = (self.locals..self.locals + variables).map(|index| format!("x{index}")).collect();
        self.locals += variables;
        let body = self.of(body, depth);
        self.locals -= variables;
        Expr::lambda(names, body)
    }

    fn bool(&mut self, depth: usize) -> Expr {
        let (kind, operators): (_, &[Op]) = match self.choices.below(5) {
            0 => return Expr::unary(UnaryOperator::Not, self.of(Kind::Bool, depth)),
            1 => (Kind::Int, &[Op::Less, Op::LessOrEqual, Op::Greater, Op::GreaterOrEqual, Op::Equal, Op::NotEqual]),
            2 => (Kind::Text, &[Op::EqualIgnoringCase, Op::NotEqualIgnoringCase]),
            3 => (Kind::Bool, &[Op::Equal, Op::NotEqual]),
            _ => (Kind::Bool, &[Op::And, Op::Or]),
        };
        let operator = self.choices.of(operators);
        Expr::binary(self.of(kind, depth), operator, self.of(kind, depth))
    }

    fn text(&mut self, depth: usize) -> Expr {
        match self.choices.below(6) {
            0 => Expr::call("toLower", [self.of(Kind::Text, depth)]),
            1 => Expr::call("replace", [Kind::Text; 3].map(|kind| self.of(kind, depth))),
            2 => Expr::call("join", [self.of(Kind::List, depth), self.of(Kind::Text, depth)]),
            3 if !self.in_hole => self.lines(depth),
            _ => self.interpolated(depth),
        }
    }

    fn interpolated(&mut self, depth: usize) -> Expr {
        let outside = std::mem::replace(&mut self.in_hole, true);
        let holes = [Kind::Text, Kind::Int, Kind::Bool].map(|kind| self.of(kind, depth));
        self.in_hole = outside;
        let [text, int, bool] = holes;
        Expr::interpolated([Expr::string("$"), text, Expr::string("{it's}"), int, bool])
    }

    /// A text of several lines, with holes or without: `$'''…'''`.
    fn lines(&mut self, depth: usize) -> Expr {
        let text = self.choices.of(&TEXTS);
        let lines = Expr::Multiline(text.into());
        if self.choices.below(3) == 0 {
            return lines;
        }
        let outside = std::mem::replace(&mut self.in_hole, true);
        let kind = self.choices.of(&[Kind::Text, Kind::Int, Kind::Bool]);
        let hole = self.of(kind, depth);
        self.in_hole = outside;
        Expr::interpolated([lines, hole, Expr::string(" behind $")])
    }

    fn list(&mut self, depth: usize) -> Expr {
        match self.choices.below(6) {
            0 => Expr::call("union", [self.of(Kind::List, depth), self.of(Kind::List, depth)]),
            1 => Expr::call("take", [self.of(Kind::List, depth), self.of(Kind::Int, depth)]),
            2 => self.over("map", Kind::Int, depth),
            3 => self.over("filter", Kind::Bool, depth),
            4 => Expr::call("sort", [self.of(Kind::List, depth), self.lambda(2, Kind::Bool, depth)]),
            _ if self.in_hole => self.leaf(Kind::List),
            _ => {
                let count = self.choices.below(4);
                Expr::Array((0..count).map(|_| self.item(depth)).collect())
            }
        }
    }

    /// An item of a list, or all of another list: `...list`.
    fn item(&mut self, depth: usize) -> Item {
        match self.choices.below(4) {
            0 => Item::Spread(self.of(Kind::List, depth).into()),
            _ => Item::Value(self.of(Kind::Int, depth)),
        }
    }

    /// `function(list, x => …)`
    fn over(&mut self, function: &'static str, body: Kind, depth: usize) -> Expr {
        let (list, variables) = (self.of(Kind::List, depth), 1 + self.choices.below(2));
        let lambda = self.lambda(variables, body, depth);
        Expr::call(function, [list, lambda])
    }

    fn record(&mut self, depth: usize) -> Expr {
        if self.in_hole {
            return self.leaf(Kind::Record);
        }
        let fields = [("x", Kind::Int), ("y", Kind::Text), ("z", Kind::Bool)];
        let literal = Expr::object(fields.map(|(name, kind)| (name, self.of(kind, depth))));
        match self.choices.below(4) {
            2 => Expr::Object(
                [Entry::Spread(self.of(Kind::Record, depth)), property("z", self.of(Kind::Bool, depth))].into(),
            ),
            0 => Expr::call("union", [self.of(Kind::Record, depth), literal]),
            1 => Expr::array([literal]).access(Accessor::Index(Expr::Int(0))),
            _ => literal,
        }
    }
}

fn symbol(name: &str) -> Expr {
    Expr::Symbol(name.into())
}

fn property(name: &'static str, value: Expr) -> Entry {
    Entry::Property(name.into(), value)
}

fn local(index: usize) -> Expr {
    Expr::Local(format!("x{index}").into())
}

trait Pipe: Sized {
    fn pipe<T>(self, function: impl FnOnce(Self) -> T) -> T {
        function(self)
    }
}

impl Pipe for &str {}
