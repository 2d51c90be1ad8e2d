package dev.uncanned.mart;

import dev.uncanned.table.Doc;

/** A place in a text that refers to its recipient. */
public record EvidenceSpan(
    @Doc(
            "Kind of the evidence: merge_first, merge_last, merge_org, merge_title, segment, "
                + "number, quotation, link, named; verified ones company, title, headline, "
                + "industry, place, earlier_company, earlier_title, earlier_message, "
                + "mutual_contact.")
        String type,
    @Doc("First character in the cleaned text, from 0.") int start,
    @Doc("Character behind the last.") int end,
    @Doc("Whether the archives say that it is true of this recipient.") Boolean verified) {

  static final String TYPE = "type";
  static final String START = "start";
  static final String END = "end";
  static final String VERIFIED = "verified";
}
