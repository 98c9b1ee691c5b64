//! Where a deployment goes, and every command line of `az` that has to do with it. It must not run one.

use std::ffi::OsString;
use std::fmt;
use std::path::Path;

use crate::az::Line;

/// What deployments and stacks are called by, and the scope that they are in.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    /// The name of the deployment, which is that of the scenario.
    pub(crate) name: String,
    pub(crate) place: Place,
    pub(crate) subscription: Option<String>,
    /// Whether Azure keeps a list of what was deployed, as a deployment stack.
    pub(crate) is_stack: bool,
}

/// A scope of Azure, with what is needed to name it.
#[derive(Clone, Debug)]
pub(crate) enum Place {
    Group(String),
    Subscription { location: String },
    ManagementGroup { id: String, location: String },
    Tenant { location: String },
}

/// What is deployed.
pub(crate) enum Source<'a> {
    /// A parameter file, which names its template.
    Parameters(&'a Path),
    Template(&'a Path),
}

impl Source<'_> {
    fn of(&self, line: Line) -> Line {
        match self {
            Self::Parameters(path) => line.file("--parameters", path),
            Self::Template(path) => line.file("--template-file", path),
        }
    }
}

impl Place {
    /// The word by which `az` knows the kind of scope.
    fn word(&self) -> &'static str {
        match self {
            Self::Group(_) => "group",
            Self::Subscription { .. } => "sub",
            Self::ManagementGroup { .. } => "mg",
            Self::Tenant { .. } => "tenant",
        }
    }

    fn of(&self, line: Line) -> Line {
        match self {
            Self::Group(name) => line.with("--resource-group", name),
            Self::ManagementGroup { id, .. } => line.with("--management-group-id", id),
            Self::Subscription { .. } | Self::Tenant { .. } => line,
        }
    }

    fn location(&self) -> Option<&str> {
        match self {
            Self::Group(_) => None,
            Self::Subscription { location } | Self::ManagementGroup { location, .. } | Self::Tenant { location } => {
                Some(location)
            }
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Group(name) => write!(f, "the resource group `{name}`"),
            Self::Subscription { .. } => f.write_str("the subscription"),
            Self::ManagementGroup { id, .. } => write!(f, "the management group `{id}`"),
            Self::Tenant { .. } => f.write_str("the tenant"),
        }
    }
}

impl Target {
    /// `az deployment group show`, with what every such command needs.
    fn line(&self, before: &str, verb: &str) -> Line {
        let line = Line::new(&format!("{before} {} {verb}", self.place.word())).with("--name", &self.name);
        self.in_subscription(self.place.of(line))
    }

    fn in_subscription(&self, line: Line) -> Line {
        line.with_some("--subscription", self.subscription.as_deref())
    }

    /// Who is logged in, and where.
    pub(crate) fn account(&self) -> Line {
        self.in_subscription(Line::new("account show"))
    }

    pub(crate) fn group_exists(&self, group: &str) -> Line {
        self.in_subscription(Line::new("group exists").with("--name", group))
    }

    pub(crate) fn group_create(&self, group: &str, location: &str) -> Line {
        self.in_subscription(Line::new("group create").with("--name", group).with("--location", location))
    }

    pub(crate) fn group_delete(&self, group: &str) -> Line {
        self.in_subscription(Line::new("group delete").with("--name", group)).flag("--yes")
    }

    /// What is in a group.
    pub(crate) fn group_content(&self, group: &str) -> Line {
        self.in_subscription(Line::new("resource list").with("--resource-group", group))
    }

    /// What a deployment would change, in a form for people.
    pub(crate) fn what_if(&self, source: &Source<'_>) -> Line {
        let line = self.line("deployment", "what-if").with_some("--location", self.place.location());
        source.of(line).flag("--no-prompt").with("--exclude-change-types", "Ignore").flag("NoChange")
    }

    pub(crate) fn create(&self, source: &Source<'_>) -> Line {
        let before = if self.is_stack { "stack" } else { "deployment" };
        let line = source.of(self.line(before, "create").with_some("--location", self.place.location()));
        if !self.is_stack {
            return line.flag("--no-prompt");
        }
        // What the template no longer has stays where it is: nothing is deleted that was not asked for.
        line.with("--deny-settings-mode", "none").with("--action-on-unmanage", "detachAll").flag("--yes")
    }

    /// How it is, and what came out of it.
    pub(crate) fn show(&self) -> Line {
        self.line(if self.is_stack { "stack" } else { "deployment" }, "show")
    }

    pub(crate) fn cancel(&self) -> Line {
        self.line("deployment", "cancel")
    }

    /// How far it is, resource by resource.
    pub(crate) fn operations(&self) -> Line {
        self.line("deployment operation", "list")
    }

    /// A resource, by its id.
    pub(crate) fn resource(&self, id: &str) -> Line {
        self.in_subscription(Line::new("resource show").with("--ids", id))
    }

    /// Runs a script of a file inside of a machine, by its id.
    pub(crate) fn run_in(&self, machine: &str, script: &Path) -> Line {
        let mut content = OsString::from("@");
        content.push(script);
        let line = Line::new("vm run-command invoke").with("--ids", machine).with("--command-id", "RunShellScript");
        self.in_subscription(line.with("--scripts", content))
    }

    /// A token of whoever is logged in, for a service.
    pub(crate) fn token(&self, service: &str) -> Line {
        self.in_subscription(Line::new("account get-access-token").with("--resource", service))
    }

    pub(crate) fn stack_delete(&self) -> Line {
        self.line("stack", "delete").with("--action-on-unmanage", "deleteAll").flag("--yes")
    }
}
