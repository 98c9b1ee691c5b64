//! Points in time, as texts of ISO 8601 or as seconds since 1970.

functions! {
    /// `dateTimeAdd(base, duration)`: a point in time moved by a duration of ISO 8601, such as `P1Y` or `-PT12H`.
    date_time_add(base: String, duration: String) -> String = "dateTimeAdd";
    /// `dateTimeAdd(base, duration, format)`, written in a format of .NET, such as `yyyy-MM-dd`.
    date_time_add_as(base: String, duration: String, format: String) -> String = "dateTimeAdd";
    /// `dateTimeFromEpoch(seconds)`: the text of a point in time that is given in seconds since 1970.
    date_time_from_epoch(seconds: i64) -> String = "dateTimeFromEpoch";
    /// `dateTimeToEpoch(text)`: the seconds since 1970.
    date_time_to_epoch(text: String) -> i64 = "dateTimeToEpoch";
    /// `utcNow()`: when the deployment starts, `yyyyMMddTHHmmssZ`. In defaults of params only.
    utc_now() -> String = "utcNow";
    /// `utcNow(format)`: when the deployment starts, in a format of .NET. In defaults of params only.
    utc_now_as(format: String) -> String = "utcNow";
    /// `newGuid()`: a GUID that no other deployment has. In defaults of params only.
    new_guid() -> String = "newGuid";
}
