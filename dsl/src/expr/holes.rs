//! Texts with holes that hold what Bicep takes only outside of them. It must not know how a text is printed.

use super::Expr;

impl Expr {
    /// With each text that has an array or an object in a hole as a call of `format`, which takes them as arguments.
    pub(crate) fn with_plain_holes(&self) -> Expr {
        self.replaced(&mut |part| match part {
            Expr::Interpolated(segments) if segments.iter().any(has_brackets) => Some(formatted(segments)),
            _ => None,
        })
    }
}

/// Whether an array or an object is written out in an expression.
pub(crate) fn has_brackets(expr: &Expr) -> bool {
    let mut found = false;
    expr.walk(&mut |part| found |= matches!(part, Expr::Array(_) | Expr::Object(_)));
    found
}

/// `format('text{0}', hole)`
fn formatted(segments: &[Expr]) -> Expr {
    let (mut text, mut holes) = (String::new(), Vec::new());
    for segment in segments {
        match segment {
            Expr::String(literal) => text += &literal.replace('{', "{{").replace('}', "}}"),
            Expr::Multiline(literal) => text += &literal.replace('{', "{{").replace('}', "}}"),
            hole => {
                text.extend(["{", &holes.len().to_string(), "}"]);
                holes.push(hole.with_plain_holes());
            }
        }
    }
    Expr::call("format", [vec![Expr::string(text)], holes].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_brackets_make_a_difference() {
        let list = Expr::array(["a".into(), "b".into()]);
        let text =
            |hole: &Expr| Expr::interpolated([Expr::string("{it}"), hole.clone(), Expr::call("string", [1.into()])]);
        let plain = text(&Expr::Symbol("list".into()));
        assert_eq!(plain.with_plain_holes(), plain);
        let hole = list.index(Expr::Int(0));
        assert_eq!(text(&hole).with_plain_holes().to_string(), "format('{{it}}{0}{1}', ['a', 'b'][0], string(1))");
    }
}
