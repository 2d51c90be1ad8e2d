package dev.uncanned.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.james.mime4j.MimeException;

/**
 * The reading of one data file of Outlook, over all attempts: takes the lines of the process, and
 * keeps account of what each folder has and what was seen of it.
 */
final class OutlookSession {

  private record Folder(boolean sent, long items) {}

  private final String path;
  private final Consumer<Parsed> out;
  private final InputTally tally;
  private final OutlookMails mails;
  private String head;
  private long maxItems;
  private final List<Folder> folders = new ArrayList<>();
  private int unlisted;
  private boolean planned;
  private boolean replaying;
  private boolean ended;
  private int folder;
  private long inFolder;
  private long items;

  /**
   * @param path of the file in the part
   */
  OutlookSession(ArchivePart part, String path, InputTally tally, Consumer<Parsed> out) {
    this.path = path;
    this.tally = tally;
    this.out = out;
    this.mails = new OutlookMails(part);
  }

  /** Sets how the file begins, for the quarantine. */
  void begin(String sample) {
    head = sample;
  }

  /** Sets how many items a file of its size can have; folders that claim more are not believed. */
  void expectAtMost(long most) {
    maxItems = most;
  }

  /** How many items have been seen. */
  long items() {
    return items;
  }

  /** Whether the folders are known. */
  boolean isPlanned() {
    return planned;
  }

  /** Whether the last line has come. */
  boolean isEnded() {
    return ended;
  }

  /** Another process begins; it tells the folders once more. */
  void restart() {
    replaying = planned;
    if (!planned) {
      folders.clear();
    }
  }

  /**
   * Takes a line.
   *
   * @throws IOException if it cannot come at this place
   */
  void take(OutlookLine line) throws IOException {
    switch (line.type()) {
      case FOLDER -> folder(line);
      case UNLISTED -> unlisted++;
      case PLANNED -> plan();
      case ITEM, FAILED -> item(line);
      case DAMAGED -> {
        reject(0, line.limit() ? Reason.OUTLOOK_LIMIT : Reason.OUTLOOK_DAMAGED, line.why());
        rejectRest(Reason.OUTLOOK_DAMAGED);
        ended = true;
      }
      case END -> {
        rejectRest(Reason.OUTLOOK_MESSAGE);
        ended = true;
      }
      default -> throw new IllegalStateException("unknown line " + line.type());
    }
  }

  private void folder(OutlookLine line) throws IOException {
    if (planned && !replaying) {
      throw new IOException("a folder behind the plan");
    }
    if (!planned) {
      long before = folders.stream().mapToLong(Folder::items).sum();
      folders.add(new Folder(line.sent(), Math.min(line.items(), maxItems - before)));
    }
  }

  private void plan() {
    for (int i = 0; i < unlisted && !planned; i++) {
      reject(0, Reason.OUTLOOK_MESSAGE, "a part of the file has items that cannot be listed");
    }
    planned = true;
    replaying = false;
  }

  private void item(OutlookLine line) throws IOException {
    if (!planned || replaying || !toFolderWithItems()) {
      throw new IOException("an item without a folder");
    }
    boolean sent = folders.get(folder).sent();
    if (line.type() == OutlookLine.Type.FAILED) {
      Reason reason = line.limit() ? Reason.OUTLOOK_LIMIT : Reason.OUTLOOK_MESSAGE;
      reject(tally.seen() + 1, reason, "item cannot be read: " + line.why());
    } else if (line.mail().kind() == OutlookMail.Kind.MAIL) {
      mail(line.mail(), sent);
    } else {
      tally.addOutOfScope(1);
    }
    seen();
  }

  private boolean toFolderWithItems() {
    while (folder < folders.size() && inFolder >= folders.get(folder).items()) {
      folder++;
      inFolder = 0;
    }
    return folder < folders.size();
  }

  private void seen() {
    inFolder++;
    items++;
  }

  private void mail(OutlookMail mail, boolean sent) {
    RawMessage message;
    try {
      message = mails.message(tally.seen() + 1, path, mail, sent);
    } catch (MimeException | IOException broken) {
      reject(tally.seen() + 1, Reason.OUTLOOK_MESSAGE, "text cannot be read");
      return;
    } catch (StackOverflowError | RuntimeException defect) {
      // A hostile mail must cost itself, not the run; the class is all that may be told of it.
      reject(tally.seen() + 1, Reason.OUTLOOK_MESSAGE, defect.getClass().getSimpleName());
      return;
    }
    tally.addParsed();
    out.accept(Parsed.of(message));
  }

  /** Gives up the item that the process was at; false if there was none. */
  boolean rejectNext(Reason reason, String detail) {
    if (!planned || !toFolderWithItems()) {
      return false;
    }
    reject(tally.seen() + 1, reason, detail);
    seen();
    return true;
  }

  /** Gives up all that has not come; each folder's items are seen or rejected after this. */
  void rejectRest(Reason reason) {
    boolean more = true;
    while (more) {
      more = rejectNext(reason, "item was not reached");
    }
  }

  void reject(long row, Reason reason, String detail) {
    tally.addRejected();
    Rejected rejected = new Rejected(tally.inputId(), row, -1, -1, reason, detail, null).in(path);
    out.accept(Parsed.of(row == 0 ? rejected.sampled(head) : rejected));
  }

  /** Hands out who may own the file. */
  void close() {
    mails.claims().forEach(claim -> out.accept(Parsed.of(claim)));
  }
}
