//! Names that Azure does not take: with capitals, too long, with a character too many.

use azure::compute::VirtualMachine;
use azure::key_vault::Vault;
use azure::name;
use azure::storage::StorageAccount;

fn main() {
    let _ = name!(StorageAccount, "ContosoData");
    let _ = name!(Vault, "contoso-production-secrets");
    let _ = name!(VirtualMachine, "web server");
}
