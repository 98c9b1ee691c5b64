//! A secret is written into the template.

use azure::compute::OsProfile;

fn build() {
    let _ = OsProfile::new().admin_password("not so secret");
}

fn main() {}
