package dev.uncanned.archive;

/**
 * One line of what the process that reads a data file of Outlook tells.
 *
 * @param type what it is about
 * @param sent whether a folder holds sent mail
 * @param items how many items a folder has
 * @param mail the item; null for other lines
 * @param why what went wrong, in fixed words; null where nothing did
 * @param limit whether a limit of memory was passed
 */
record OutlookLine(
    Type type, boolean sent, long items, OutlookMail mail, String why, boolean limit) {

  /** The sorts of lines, in the order in which they come. */
  enum Type {
    FOLDER,
    /** A part of the file in which there may be items that nobody can list. */
    UNLISTED,
    /** There are no more folders. */
    PLANNED,
    ITEM,
    /** An item that cannot be read. */
    FAILED,
    /** The file as a whole cannot be read; nothing follows. */
    DAMAGED,
    /** Everything has been told. */
    END
  }

  static OutlookLine folder(boolean sent, long items) {
    return new OutlookLine(Type.FOLDER, sent, items, null, null, false);
  }

  static OutlookLine item(OutlookMail mail) {
    return new OutlookLine(Type.ITEM, false, 0, mail, null, false);
  }

  static OutlookLine of(Type type) {
    return new OutlookLine(type, false, 0, null, null, false);
  }

  static OutlookLine failure(Type type, String why, boolean limit) {
    return new OutlookLine(type, false, 0, null, why, limit);
  }
}
