//! A scale set in flexible orchestration is given an identity that only uniform orchestration has.

use azure::prelude::*;

fn build(web: LinuxScaleSet) {
    let _ = web.system_assigned_identity();
}

fn main() {}
