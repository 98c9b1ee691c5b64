//! How much one file may hold. It must not know which nodes land in it.

/// How much one file may hold: the limits of Azure Resource Manager, or lower ones for smaller files.
///
/// From the [template limits](https://learn.microsoft.com/azure/azure-resource-manager/templates/best-practices#template-limits)
/// on Microsoft Learn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// Resources, existing ones and calls of modules included. A loop over a written list counts as often as it repeats.
    pub resources: usize,
    /// Params.
    pub params: usize,
    /// Outputs.
    pub outputs: usize,
    /// Vars.
    pub vars: usize,
    /// Bytes of the compiled template, as estimated.
    pub bytes: usize,
}

impl Limits {
    /// What Azure Resource Manager takes. A template may have 4 MB, but the file of a module is a single resource of its
    /// caller once it is compiled, and that may have 1 MB.
    pub const ARM: Limits = Limits { resources: 800, params: 256, outputs: 64, vars: 512, bytes: 1_048_576 };

    /// These limits without an eighth: names and sizes are estimated before the files are written.
    pub(super) fn with_headroom(self) -> Limits {
        let most = |limit: usize| (limit - limit / 8).max(1);
        Limits {
            resources: most(self.resources),
            params: most(self.params),
            outputs: most(self.outputs),
            vars: most(self.vars),
            bytes: most(self.bytes),
        }
    }

    /// These limits with a quarter less of what a file of this size has too much of.
    pub(super) fn tightened(self, size: Limits, most: Limits) -> Limits {
        let less = |limit: usize, is_exceeded: bool| if is_exceeded { (limit - limit / 4).max(1) } else { limit };
        let is_full = size.resources > most.resources || size.vars > most.vars;
        Limits {
            resources: less(self.resources, is_full),
            params: less(self.params, size.params > most.params),
            outputs: less(self.outputs, size.outputs > most.outputs),
            ..self
        }
    }

    /// The size of two files together.
    pub(super) fn plus(self, other: Limits) -> Limits {
        Limits {
            resources: self.resources + other.resources,
            params: self.params + other.params,
            outputs: self.outputs + other.outputs,
            vars: self.vars + other.vars,
            bytes: self.bytes + other.bytes,
        }
    }

    /// Whether a file of this size stays inside.
    pub(super) fn hold(self, size: Limits) -> bool {
        size.resources <= self.resources
            && size.params <= self.params
            && size.outputs <= self.outputs
            && size.vars <= self.vars
            && size.bytes <= self.bytes
    }
}
