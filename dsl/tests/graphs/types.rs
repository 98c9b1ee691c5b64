//! The types of params in random graphs. It must not know what is done with them.

#![allow(missing_docs, unreachable_pub, reason = "the macros write public types, and these are of a test")]

dsl::choice_type! {
    /// How much is deployed.
    pub enum Size {
        Small = "small";
        Large = "large";
    }
}

dsl::object_type! {
    /// What is deployed together.
    pub struct Tier, TierView;
    required {
        name: String = "name", "Name of the tier.";
        size: Size = "size", "How large it is.";
    }
    optional {
        note: String = "note", "What else there is to say.";
        next: Tier = "next", "The tier behind it.";
    }
}
