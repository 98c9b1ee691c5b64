//! Written by `cargo run -p typegen -- extension`: the resources of the extension `Contoso`, version 1.0.0.

dsl::object! {
    /// `configuration` of `Contoso`.
    pub struct Contoso, ContosoView;
    optional {
        server: String = "server";
        token: dsl::Secret<String> = "token", "secret";
    }
}

dsl::extension_resource! {
    /// `Contoso.Things/box`, version v1.
    pub struct ContosoThingBox, ContosoThingBoxView
    = "Contoso.Things/box" @ "v1" in [ResourceGroup, Subscription, ManagementGroup, Tenant] of Contoso;
    found {
        unique_name: String = "uniqueName";
    }
    required {
        unique_name: String = "uniqueName", "required";
    }
    optional {
        size: i64 = "size";
        color: Color = "color", "`red`, `blue`";
        lid: Lid = "lid";
        tags: dsl::Map<String> = "tags";
    }
    read_only {
        place: String = "place", "read-only";
    }
}

dsl::extension_resource! {
    /// `Contoso.Things/label`, version v1.
    pub struct Label, LabelView
    = "Contoso.Things/label" @ "v1" in [ResourceGroup, Subscription, ManagementGroup, Tenant] of Contoso;
    found {
        text: String = "text";
    }
    required {
        text: String = "text", "required";
    }
    optional {
        r#box: String = "box";
    }
}

dsl::extension_resource! {
    /// `Contoso.Things/shelf`, version v1.
    pub struct Shelf, ShelfView
    = "Contoso.Things/shelf" @ "v1" in [] of Contoso;
    found {
        name: String = "metadata.name";
    }
    found_by {
        ROOM: String = "metadata.room";
    }
    read_only {
        metadata: MetadataView = "metadata";
        height: i64 = "height";
    }
}

dsl::extension_resource! {
    /// `Contoso.Things/wrapping`, version v2.
    pub struct Wrapping, WrappingView
    = "Contoso.Things/wrapping" @ "v2" in [ResourceGroup, Subscription, ManagementGroup, Tenant] of Contoso;
    one of WrappingBody;
    read_only {
        unique_name: String = "uniqueName";
        r#box: String = "box";
    }
}

dsl::choice! {
    /// Values of `color` of `Contoso.Things/box@v1`, and of one other resource.
    pub closed enum Color {
        Red = "red";
        Blue = "blue";
    }
}

dsl::object! {
    /// `lid` of `Contoso.Things/box@v1`.
    pub struct Lid, LidView;
    required {
        locked: bool = "locked", "required";
    }
    write_only {
        key: dsl::Secret<String> = "key", "write-only; secret";
    }
    read_only {
        since: String = "since", "read-only";
    }
}

dsl::view! {
    /// `metadata` of `Contoso.Things/shelf@v1`.
    pub struct MetadataView;
    read_only {
        name: String = "name";
        room: String = "room";
        uid: String = "uid";
    }
}

dsl::union! {
    /// The body of `Contoso.Things/wrapping@v2`.
    pub enum WrappingBody, WrappingBodyView;
    variants {
        Paper(WrappingPaper) = "paper";
        Foil(WrappingFoil) = "foil";
    }
    read_only {
        material: String = "material";
        unique_name: String = "uniqueName";
        r#box: String = "box";
    }
}

dsl::object! {
    /// A variant of the body of `Contoso.Things/wrapping@v2`.
    pub struct WrappingPaper, WrappingPaperView;
    constant {
        "material" = "paper";
    }
    required {
        unique_name: String = "uniqueName", "required";
        r#box: String = "box", "required";
        color: Color = "color", "required; `red`, `blue`";
    }
    optional {
        note: dsl::Any = "note";
    }
}

dsl::object! {
    /// A variant of the body of `Contoso.Things/wrapping@v2`.
    pub struct WrappingFoil, WrappingFoilView;
    constant {
        "material" = "foil";
    }
    required {
        unique_name: String = "uniqueName", "required";
        r#box: String = "box", "required";
    }
    optional {
        thickness: i64 = "thickness";
    }
}
