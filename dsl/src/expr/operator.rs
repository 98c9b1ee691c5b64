//! The operators of the language and how tightly each binds. Parentheses follow from this table alone.

/// An operator before one operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnaryOperator {
    /// `!`
    Not,
    /// `-`
    Minus,
}

/// An operator between two operands. All of them associate to the left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BinaryOperator {
    /// `*`
    Multiply,
    /// `/`, of integers
    Divide,
    /// `%`
    Modulo,
    /// `+`, of integers: strings are interpolated
    Add,
    /// `-`
    Subtract,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `=~`, equality of strings without regard to case
    EqualIgnoringCase,
    /// `!~`
    NotEqualIgnoringCase,
    /// `&&`
    And,
    /// `||`
    Or,
    /// `??`, the right side where the left one is null
    Coalesce,
}

/// How tightly a construct holds its parts together: a part that binds more loosely needs parentheses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Precedence {
    Lambda,
    Ternary,
    Coalesce,
    Or,
    And,
    Equality,
    Relation,
    Sum,
    Product,
    Unary,
    Postfix,
}

impl UnaryOperator {
    pub(crate) fn symbol(self) -> &'static str {
        match self {
            UnaryOperator::Not => "!",
            UnaryOperator::Minus => "-",
        }
    }
}

impl BinaryOperator {
    /// The operator as it is printed, with the one blank on each side.
    pub(crate) fn symbol(self) -> &'static str {
        match self {
            BinaryOperator::Multiply => " * ",
            BinaryOperator::Divide => " / ",
            BinaryOperator::Modulo => " % ",
            BinaryOperator::Add => " + ",
            BinaryOperator::Subtract => " - ",
            BinaryOperator::Less => " < ",
            BinaryOperator::LessOrEqual => " <= ",
            BinaryOperator::Greater => " > ",
            BinaryOperator::GreaterOrEqual => " >= ",
            BinaryOperator::Equal => " == ",
            BinaryOperator::NotEqual => " != ",
            BinaryOperator::EqualIgnoringCase => " =~ ",
            BinaryOperator::NotEqualIgnoringCase => " !~ ",
            BinaryOperator::And => " && ",
            BinaryOperator::Or => " || ",
            BinaryOperator::Coalesce => " ?? ",
        }
    }

    pub(crate) fn precedence(self) -> Precedence {
        use BinaryOperator as Op;
        match self {
            Op::Multiply | Op::Divide | Op::Modulo => Precedence::Product,
            Op::Add | Op::Subtract => Precedence::Sum,
            Op::Less | Op::LessOrEqual | Op::Greater | Op::GreaterOrEqual => Precedence::Relation,
            Op::Equal | Op::NotEqual | Op::EqualIgnoringCase | Op::NotEqualIgnoringCase => Precedence::Equality,
            Op::And => Precedence::And,
            Op::Or => Precedence::Or,
            Op::Coalesce => Precedence::Coalesce,
        }
    }
}

impl Precedence {
    /// The next tighter level: what the right operand of an operator that associates to the left must reach.
    pub(crate) fn tighter(self) -> Self {
        match self {
            Precedence::Lambda => Precedence::Ternary,
            Precedence::Ternary => Precedence::Coalesce,
            Precedence::Coalesce => Precedence::Or,
            Precedence::Or => Precedence::And,
            Precedence::And => Precedence::Equality,
            Precedence::Equality => Precedence::Relation,
            Precedence::Relation => Precedence::Sum,
            Precedence::Sum => Precedence::Product,
            Precedence::Product => Precedence::Unary,
            Precedence::Unary | Precedence::Postfix => Precedence::Postfix,
        }
    }
}
