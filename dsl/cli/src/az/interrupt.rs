//! Whether the user wants the run to end: Ctrl-C, or a request of the system. It must not know what is running.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

static REQUESTS: AtomicUsize = AtomicUsize::new(0);

/// From now on such a request ends nothing by itself: whoever runs something has to ask for it.
pub(crate) fn listen() {
    static LISTENING: OnceLock<bool> = OnceLock::new();
    let count = || {
        REQUESTS.fetch_add(1, Ordering::SeqCst);
    };
    // Where another handler is there already, that one decides, and nothing is lost but the last words.
    LISTENING.get_or_init(|| ctrlc::set_handler(count).is_ok());
}

/// How often it was asked for.
pub(crate) fn requests() -> usize {
    REQUESTS.load(Ordering::SeqCst)
}

/// Whether it was asked for.
pub(crate) fn is_interrupted() -> bool {
    requests() > 0
}
