//! Written by `cargo run -p typegen -- module dsl/tests/files/awkward.bicep`, which a test of `typegen` repeats.

dsl::module! {
    /// The module `modules/awkward.bicep`.
    pub struct Awkward, AwkwardOutputs = "modules/awkward.bicep" in Subscription;
    file include_str!("awkward.bicep");
    required {
        colors: Vec<AwkwardColors> = "colors", "Several of few";
        map: dsl::Map<String> = "map", "Any names";
        nested_: AwkwardNested = "nested", "Nested ones";
        numbers: i64 = "numbers", "Few numbers";
        page: AwkwardLeaf = "page", "See \\[leaf\\] and \\<b\\>, at <https://example.com/a_b>";
        pair: Vec<dsl::Any> = "pair", "Two things";
        part: String = "part", "A `[code]` of \"one\" \\\\ {brace}";
        secret: dsl::Secret<String> = "secret", "A secret";
        shape: AwkwardFigure = "shape", "A lone \\` mark";
        trunk: AwkwardTree = "trunk", "All the way down";
    }
    optional {
        value: String = "_", "No letters";
        _1: String = "_1", "Digits";
        a: String = "a", "One letter";
        add_in_: String = "add_in", "A method of calls";
        comment_: String = "comment", "Another one";
        few: AwkwardFew = "few", "One of few";
        later: String = "later", "By another one";
        one_name: String = "oneName", "A name";
        one_name2: String = "one_name", "Nearly the same name";
        outs: AwkwardOutputs2 = "outs", "Of the same name, too";
        secrets: dsl::Secret<dsl::Any> = "secrets", "A secret one";
        self_: String = "self", "One that has no raw form";
        tags: AwkwardTags = "tags", "One name and others";
        r#type: String = "type", "A keyword";
        view_: AwkwardLeafView2 = "view", "Of the same name as what the tool declares";
    }
    outputs {
        all: String = "all", "All that is given";
        few: AwkwardFew2 = "few", "One of several";
        hidden: dsl::Secret<String> = "hidden", "A secret";
        maybe: Option<String> = "maybe", "Perhaps nothing";
        maybe_view: Option<AwkwardLeafView2> = "maybeView", "Perhaps no object";
        node_: AwkwardTree = "node", "A tree";
        sheets: Vec<AwkwardLeaf> = "sheets", "Several";
    }
}

dsl::choice! {
    /// A part of what [`Awkward`] takes or gives.
    pub closed enum AwkwardColors {
        DarkRed = "dark-red";
        DarkRed2 = "dark_red";
        Red = "red";
    }
}

dsl::choice! {
    /// A part of what [`Awkward`] takes or gives.
    pub closed enum AwkwardFew {
        All = "*";
        Empty = "";
        Self_ = "Self";
    }
}

dsl::object! {
    /// A part of what [`Awkward`] takes or gives.
    pub struct AwkwardNested, AwkwardNestedView;
    optional {
        inner: AwkwardNestedInner = "inner", "Inside";
    }
}

dsl::object! {
    /// A part of what [`Awkward`] takes or gives.
    pub struct AwkwardNestedInner, AwkwardNestedInnerView;
    required {
        deep: String = "deep", "The last one";
    }
}

dsl::object! {
    /// A part of what [`Awkward`] takes or gives.
    pub struct AwkwardOutputs2, AwkwardOutputs2View;
    required {
        new_: bool = "new", "Whether";
    }
}

dsl::object! {
    /// A part of what [`Awkward`] takes or gives.
    pub struct AwkwardLeaf, AwkwardLeafView;
    required {
        name: String = "name", "What it is called";
    }
    optional {
        size: i64 = "size", "How large it is";
    }
}

dsl::union! {
    /// A part of what [`Awkward`] takes or gives.
    pub enum AwkwardFigure, AwkwardFigureView;
    variants {
        Circle(AwkwardFigureCircle) = "circle";
        TwoSquares(AwkwardFigureTwoSquares) = "two-squares";
    }
    read_only {
        kind: String = "kind";
    }
}

dsl::object! {
    /// A part of what [`Awkward`] takes or gives.
    pub struct AwkwardFigureCircle, AwkwardFigureCircleView;
    constant { "kind" = "circle"; }
    required {
        radius: i64 = "radius", "Its radius";
    }
}

dsl::object! {
    /// A part of what [`Awkward`] takes or gives.
    pub struct AwkwardFigureTwoSquares, AwkwardFigureTwoSquaresView;
    constant { "kind" = "two-squares"; }
    required {
        side: i64 = "side", "Its side";
    }
}

dsl::object! {
    /// A part of what [`Awkward`] takes or gives.
    pub struct AwkwardTags, AwkwardTagsView;
    required {
        env: String = "env", "Where";
    }
    others { String; }
}

dsl::object! {
    /// A part of what [`Awkward`] takes or gives.
    pub struct AwkwardTree, AwkwardTreeView;
    required {
        value: String = "value", "What it says";
    }
    optional {
        next: AwkwardTree = "next", "What is below it";
    }
}

dsl::object! {
    /// A part of what [`Awkward`] takes or gives.
    pub struct AwkwardLeafView2, AwkwardLeafView2View;
    required {
        from_: String = "from", "Where from";
    }
}

dsl::choice! {
    /// A part of what [`Awkward`] takes or gives.
    pub closed enum AwkwardFew2 {
        DarkRed = "dark-red";
        DarkRed2 = "dark_red";
        Red = "red";
    }
}
