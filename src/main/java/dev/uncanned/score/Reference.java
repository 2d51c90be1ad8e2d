package dev.uncanned.score;

/** What a place in a text shows of its recipient: the types of evidence for a personal level. */
public enum Reference {
  /** The recipient's given name, or the name after a greeting. */
  MERGE_FIRST(1, 0.05),
  /** The recipient's family name. */
  MERGE_LAST(1, 0.05),
  /** The recipient's company in words that others got too. */
  MERGE_ORG(1, 0.05),
  /** The recipient's position in words that others got too. */
  MERGE_TITLE(1, 0.05),
  /** Words for a part of the template's readers that fit this one's role, industry or place. */
  SEGMENT(2, 0.10),
  /** A number in a sentence written for the reader. */
  NUMBER(3, 0.35),
  /** A quotation or a title in quotation marks. */
  QUOTATION(3, 0.35),
  /** A link that is not the sender's own. */
  LINK(3, 0.35),
  /** A name that begins with a capital letter in the middle of a sentence. */
  NAMED(3, 0.35),
  /** The recipient's company in words written for the recipient. */
  COMPANY(4, 0.60),
  /** The recipient's position in words written for the recipient. */
  TITLE(4, 0.60),
  /** A part of the line under the recipient's name. */
  HEADLINE(4, 0.60),
  /** The recipient's industry. */
  INDUSTRY(4, 0.60),
  /** The recipient's town, region or country. */
  PLACE(4, 0.60),
  /** A company that the recipient worked for. */
  EARLIER_COMPANY(4, 0.60),
  /** A position that the recipient held. */
  EARLIER_TITLE(4, 0.60),
  /** Something that the recipient had written to the sender before. */
  EARLIER_MESSAGE(4, 0.60),
  /** Somebody whom both know. */
  MUTUAL_CONTACT(4, 0.60);

  private static final int VERIFIED = 4;

  private final int level;
  private final double weight;

  Reference(int level, double weight) {
    this.level = level;
    this.weight = weight;
  }

  /** The personal level that one of these gives. */
  public int level() {
    return level;
  }

  /** Its part in the personal score, 0 to 1; a convention. */
  public double weight() {
    return weight;
  }

  /** Whether the archives say that it is true of the recipient. */
  public boolean verified() {
    return level == VERIFIED;
  }
}
