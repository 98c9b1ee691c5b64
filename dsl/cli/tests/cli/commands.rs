//! What commands print, as data: each file in `tests/commands/` is a session at a terminal. They are written anew by
//! `TRYCMD=overwrite cargo test -p cli --test cli commands`; read the difference.

#[test]
fn commands_print_what_is_written_down() {
    trycmd::TestCases::new()
        .register_bin("scenarios", trycmd::schema::Bin::Path(env!("CARGO_BIN_EXE_sample").into()))
        .env("AZ", "no/such/az")
        .env("BICEP", "no/such/bicep")
        .case("tests/commands/*.trycmd");
}
