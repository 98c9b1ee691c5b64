//! Files that the compiler of Bicep reads when it compiles, and puts into the template. The graph knows no disk: it looks
//! at the form of a path only.
//!
//! A path is relative to the main file of Bicep that is printed, so the file is kept beside that. Where a layout puts the call
//! into another file, it is written as that file needs it.

use crate::expr::{Call, Expr, Text};
use crate::ser::Error;
use crate::shape::Any;
use crate::value::Value;

/// How the characters of a file are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// `utf-8`, what Bicep takes where nothing is said.
    Utf8,
    /// `utf-16`
    Utf16,
    /// `utf-16BE`
    Utf16BigEndian,
    /// `us-ascii`
    Ascii,
    /// `iso-8859-1`
    Latin1,
}

impl Encoding {
    fn name(self) -> Expr {
        Expr::string(match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16 => "utf-16",
            Encoding::Utf16BigEndian => "utf-16BE",
            Encoding::Ascii => "us-ascii",
            Encoding::Latin1 => "iso-8859-1",
        })
    }
}

macro_rules! files {
    ($($(#[$doc:meta])* $name:ident($($argument:ident: $type:ty => $value:expr),*) -> $returns:ty = $bicep:literal;)*) => {$(
        $(#[$doc])*
        pub fn $name(path: impl Into<Text>, $($argument: $type),*) -> Value<$returns> {
            Value::new(Expr::call($bicep, vec![checked(path.into()), $($value),*]))
        }
    )*};
}

files! {
    /// `loadTextContent(path)`: the text of a file, at most 131,072 characters.
    load_text_content() -> String = "loadTextContent";
    /// `loadTextContent(path, encoding)`
    load_text_content_as(encoding: Encoding => encoding.name()) -> String = "loadTextContent";
    /// `loadFileAsBase64(path)`: the bytes of a file, at most 96 KiB, in Base64.
    load_file_as_base64() -> String = "loadFileAsBase64";
    /// `loadJsonContent(path)`: the value that a file of JSON holds.
    load_json_content() -> Any = "loadJsonContent";
    /// `loadJsonContent(path, jsonPath)`: a part of the value, such as `$.subnets[0]`.
    load_json_content_at(json_path: &'static str => json_path.into()) -> Any = "loadJsonContent";
    /// `loadYamlContent(path)`: the value that a file of YAML holds.
    load_yaml_content() -> Any = "loadYamlContent";
    /// `loadYamlContent(path, jsonPath)`: a part of the value, such as `$.subnets[0]`.
    load_yaml_content_at(json_path: &'static str => json_path.into()) -> Any = "loadYamlContent";
    /// `loadDirectoryFileInfo(path)`: names, extensions and paths of the files in a folder.
    load_directory_file_info() -> Vec<FileInfo> = "loadDirectoryFileInfo";
    /// `loadDirectoryFileInfo(path, pattern)`: of the files with names of a form such as `*.json`.
    load_directory_file_info_like(pattern: &'static str => pattern.into()) -> Vec<FileInfo> = "loadDirectoryFileInfo";
}

crate::view! {
    /// What is known of a file. See [`load_directory_file_info`].
    pub struct FileInfo;
    read_only {
        base_name: String = "baseName", "`data.json`";
        extension: String = "extension", "`.json`";
        relative_path: String = "relativePath", "where it is, seen from the file of Bicep";
    }
}

/// Whether a function reads a file, whose path is its first argument.
pub(crate) fn reads_file(call: &Call) -> bool {
    matches!(
        &*call.function,
        "loadTextContent" | "loadFileAsBase64" | "loadJsonContent" | "loadYamlContent" | "loadDirectoryFileInfo"
    )
}

/// The same call for a file that writes paths differently.
pub(crate) fn with_path(call: &Call, write: &dyn Fn(&str) -> String) -> Option<Expr> {
    let [Expr::String(path), rest @ ..] = call.arguments.as_slice() else { return None };
    let path = Expr::String(write(path).into());
    reads_file(call).then(|| Expr::call(call.function.clone(), [&[path], rest].concat()))
}

/// The path, or what is wrong with its form. A wrong one is reported where it stands.
fn checked(path: Text) -> Expr {
    let is_drive = |path: &str| path.as_bytes().get(1) == Some(&b':');
    let problem = match &*path {
        "" => "the path of a file is empty",
        path if path.contains('\\') => {
            "the path of a file has a backslash; Bicep takes forward slashes on every system"
        }
        path if path.starts_with('/') || is_drive(path) => {
            "the path of a file is absolute; Bicep takes one that is relative to the file of Bicep"
        }
        path if path.contains("://") => "the path of a file is an address; Bicep reads files of this machine only",
        _ => return Expr::String(path),
    };
    <Error as serde::ser::Error>::custom(problem).into()
}
