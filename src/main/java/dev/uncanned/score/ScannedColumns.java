package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import dev.uncanned.message.MessageHeader;
import dev.uncanned.table.Packed;
import dev.uncanned.text.NullReason;
import java.util.List;

/** The columns of a document that are read for what is measured of its text. */
public record ScannedColumns(
    MessageHeader header,
    String text,
    String masked,
    int tokens_n,
    int chars_n,
    String lang,
    float lang_conf,
    boolean eligible,
    NullReason null_reason,
    @Packed Contact sender,
    @Packed List<Contact> recipients) {}
