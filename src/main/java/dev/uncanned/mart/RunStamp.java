package dev.uncanned.mart;

import java.io.Serializable;

/** What every published row says of the run that wrote it. */
public record RunStamp(String run_id, String metric_version, String key_id)
    implements Serializable {}
