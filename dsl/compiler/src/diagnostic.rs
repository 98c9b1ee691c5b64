//! One finding of the compiler about one place of a file; it must not know how findings are judged or shown in bulk.

use std::fmt;
use std::path::PathBuf;

use serde_json::Value;

use crate::answer;

/// A finding: an error of the compiler or a rule of its linter. The order is that of the places in the files.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Diagnostic {
    /// The file, which may be another than the one compiled: a module brings its findings along.
    pub source: PathBuf,
    /// The line where it begins, counted from 1.
    pub line: usize,
    /// The UTF-16 unit of the line where it begins, counted from 1.
    pub column: usize,
    /// How severe it is.
    pub level: Level,
    /// The identifier of a linter rule, or `BCP` and a number.
    pub code: String,
    /// The compiler's own words.
    pub message: String,
}

/// How severe a finding is; the configuration decides it for linter rules.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Level {
    /// Not to be reported.
    Off,
    /// A remark.
    Info,
    /// A doubt; the file is compiled.
    Warning,
    /// The file is not compiled.
    Error,
}

impl Diagnostic {
    pub(crate) fn read(answer: &Value) -> Result<Self, String> {
        Ok(Self {
            source: answer::text(answer, "/source")?.into(),
            line: answer::index(answer, "/range/start/line")? + 1,
            column: answer::index(answer, "/range/start/char")? + 1,
            level: Level::read(answer::text(answer, "/level")?)?,
            code: answer::text(answer, "/code")?.to_owned(),
            message: answer::text(answer, "/message")?.to_owned(),
        })
    }
}

impl Level {
    const ALL: [Self; 4] = [Self::Off, Self::Info, Self::Warning, Self::Error];

    fn read(name: &str) -> Result<Self, String> {
        let level = Self::ALL.into_iter().find(|level| level.name() == name);
        level.ok_or_else(|| format!("`{name}` is not a level of findings"))
    }

    fn name(self) -> &'static str {
        match self {
            Self::Off => "Off",
            Self::Info => "Info",
            Self::Warning => "Warning",
            Self::Error => "Error",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { source, line, column, level, code, message } = self;
        write!(f, "{}({line},{column}): {level} {code}: {message}", source.display())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn answer(level: &str) -> Value {
        let range = json!({"start": {"line": 0, "char": 6}, "end": {"line": 0, "char": 7}});
        json!({"source": "main.bicep", "range": range, "level": level, "code": "BCP001", "message": "No."})
    }

    #[test]
    fn places_are_shown_counted_from_one() {
        let diagnostic = Diagnostic::read(&answer("Warning")).unwrap();
        assert_eq!(diagnostic.to_string(), "main.bicep(1,7): Warning BCP001: No.");
    }

    #[test]
    fn an_unknown_form_is_described() {
        let unknown = Diagnostic::read(&answer("Loud")).unwrap_err();
        assert_eq!(unknown, "`Loud` is not a level of findings");
        let absent = Diagnostic::read(&json!({"source": 1})).unwrap_err();
        assert_eq!(absent, "`/source` is not a text in `{\"source\":1}`");
    }
}
