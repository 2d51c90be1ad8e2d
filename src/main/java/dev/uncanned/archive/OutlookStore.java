package dev.uncanned.archive;

import com.pff.PSTException;
import com.pff.PSTFile;
import com.pff.PSTFolder;
import com.pff.PSTMessage;
import com.pff.PSTObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Walks through a data file of Outlook (experimental): first all folders with the number of items
 * that each says it has, then the items, one after another, in the same order each time.
 *
 * <p>What a folder has is what its table lists, and what the file's tree of nodes says is in it;
 * what it claims beyond that is told as failed, item by item, so that nothing is lost without a
 * word. Items of no folder come last. Search folders hold no items of their own. Runs in a process
 * of its own ({@link OutlookChild}): the library was not made for damaged files, may run out of
 * memory and writes to the standard streams.
 */
final class OutlookStore {

  /** Told what is found. */
  interface Listener {

    /** A folder, before any item. */
    void folder(boolean sent, long items) throws IOException;

    /** A part of the file in which there may be items that nobody can list. */
    void unlisted() throws IOException;

    /** All folders have been told. */
    void planned() throws IOException;

    /** The next item. */
    void item(OutlookMail mail) throws IOException;

    /**
     * The next item cannot be read.
     *
     * @param limit whether it takes too much memory
     */
    void failed(String why, boolean limit) throws IOException;
  }

  /** No item takes less, so a folder that claims more items than fit is not believed. */
  private static final int LEAST_BYTES = 1024;

  /**
   * Reads that a folder or an item may take in an empty file, and bytes of a file per read more.
   */
  private static final long READS = 1_000_000;

  private static final long BYTES_PER_READ = 16;
  private static final long MAX_READS = Budgets.OUTLOOK_READS;

  private static final int HEAD_BYTES = 514;
  private static final int VERSION_AT = 10;
  private static final int ANSI_ENCRYPTION_AT = 461;
  private static final int ENCRYPTION_AT = 513;
  private static final int CYCLIC = 2;
  private static final int ENTRY_NODE_AT = 20;

  private final OutlookBytes bytes;
  private final PSTFile file;
  private final OutlookNodes nodes;
  private final Listener out;
  private final List<Folder> folders = new ArrayList<>();
  private final Set<Integer> known = new HashSet<>();
  private int sentFolder;

  /** What is in a folder, and how much more it claims to have. */
  private record Folder(List<Integer> items, long expected) {}

  /** A folder that is still to be visited. */
  private record Found(int node, boolean belowSent) {}

  private OutlookStore(OutlookBytes bytes, PSTFile file, OutlookNodes nodes, Listener out) {
    this.bytes = bytes;
    this.file = file;
    this.nodes = nodes;
    this.out = out;
  }

  /**
   * Reads a file.
   *
   * @param skip how many items to pass over, those that an earlier process has told
   * @throws UnreadableException if the file as a whole cannot be read
   * @throws IOException if the listener fails
   */
  static void read(FileChannel channel, long skip, Listener out) throws IOException {
    int version = version(channel);
    OutlookStore store = open(new OutlookBytes(channel), version, out);
    store.plan();
    out.planned();
    store.items(skip);
  }

  private static int version(FileChannel channel) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    int n = 0;
    while (head.hasRemaining() && n >= 0) {
      n = channel.read(head, head.position());
    }
    if (head.hasRemaining()) {
      throw damaged("the file ends in its head");
    }
    int version = head.getShort(VERSION_AT);
    if (!OutlookFinder.isKnown(version)) {
      throw damaged("version " + (version & 0xFFFF) + " of the format is not known");
    }
    int encryption = head.get(OutlookFinder.isAnsi(version) ? ANSI_ENCRYPTION_AT : ENCRYPTION_AT);
    if (encryption == CYCLIC) {
      throw damaged("high encryption is not supported");
    }
    return version;
  }

  private static UnreadableException damaged(String detail) {
    return new UnreadableException(Reason.OUTLOOK_DAMAGED, detail);
  }

  private static OutlookStore open(OutlookBytes bytes, int version, Listener out)
      throws UnreadableException {
    try {
      allowReads(bytes);
      PSTFile file = new PSTFile(bytes);
      allowReads(bytes);
      return new OutlookStore(bytes, file, OutlookNodes.of(bytes, version), out);
    } catch (PSTException | IOException | RuntimeException | StackOverflowError broken) {
      throw damaged("the file cannot be opened: " + broken.getClass().getSimpleName());
    } catch (OutOfMemoryError tooMuch) {
      throw new UnreadableException(Reason.OUTLOOK_LIMIT, "opening the file takes too much memory");
    }
  }

  private static void allowReads(OutlookBytes bytes) {
    bytes.allow(Math.min(MAX_READS, READS + bytes.size() / BYTES_PER_READ));
  }

  private void plan() throws IOException {
    sentFolder = sentFolder();
    visit(OutlookNodes.ROOT);
    // Folders to which no way leads from the top.
    for (List<Integer> below : nodes.folders().values()) {
      for (int folder : below) {
        visit(folder);
      }
    }
    for (Map.Entry<Integer, List<Integer>> messages : nodes.messages().entrySet()) {
      if (!known.contains(messages.getKey())) {
        tell(false, messages.getValue(), 0);
      }
    }
    for (int i = 0; i < nodes.broken(); i++) {
      out.unlisted();
    }
  }

  /** The store names it by an entry id, whose last four bytes are its node; 0 if it does not. */
  private int sentFolder() {
    try {
      allowReads(bytes);
      byte[] entry =
          OutlookItem.of(file, file.getMessageStore()).bytes(OutlookProperties.SENT_FOLDER_ENTRY);
      return entry == null || entry.length < ENTRY_NODE_AT + Integer.BYTES
          ? 0
          : ByteBuffer.wrap(entry).order(ByteOrder.LITTLE_ENDIAN).getInt(ENTRY_NODE_AT);
    } catch (PSTException | IOException | RuntimeException | StackOverflowError broken) {
      return 0;
    } catch (OutOfMemoryError tooMuch) {
      return 0;
    }
  }

  /** A folder and all that are below it. */
  private void visit(int top) throws IOException {
    Deque<Found> open = new ArrayDeque<>();
    open.push(new Found(top, false));
    while (!open.isEmpty()) {
      Found found = open.pop();
      if (known.add(found.node())) {
        boolean sent = folder(found);
        List<Integer> below = nodes.folders().getOrDefault(found.node(), List.of());
        for (int i = below.size() - 1; i >= 0; i--) {
          open.push(new Found(below.get(i), sent));
        }
      }
    }
  }

  /** Tells a folder; whether it holds sent mail. */
  private boolean folder(Found found) throws IOException {
    boolean sent = found.belowSent() || found.node() == sentFolder;
    List<Integer> listed = List.of();
    long claimed = 0;
    try {
      allowReads(bytes);
      PSTFolder folder = (PSTFolder) PSTObject.detectAndLoadPSTObject(file, found.node());
      sent |= sentFolder == 0 && MailFolderNames.isSent(folder.getDisplayName());
      claimed = folder.getContentCount();
      claimed = Math.max(claimed, folder.getEmailCount());
      listed = folder.getChildDescriptorNodes();
    } catch (PSTException | IOException | RuntimeException | StackOverflowError broken) {
      // What the tree of nodes has is read, and what is claimed beyond that is told as failed.
      claimed = Math.max(claimed, 0);
    } catch (OutOfMemoryError tooMuch) {
      claimed = Math.max(claimed, 0);
    }
    Set<Integer> items = new LinkedHashSet<>(listed);
    items.addAll(nodes.messages().getOrDefault(found.node(), List.of()));
    tell(sent, List.copyOf(items), claimed);
    return sent;
  }

  private void tell(boolean sent, List<Integer> items, long claimed) throws IOException {
    long believed = Math.min(claimed, bytes.size() / LEAST_BYTES);
    Folder folder = new Folder(items, Math.max(items.size(), believed));
    folders.add(folder);
    out.folder(sent, folder.expected());
  }

  private void items(long skip) throws IOException {
    long left = skip;
    for (Folder folder : folders) {
      long first = Math.min(left, folder.expected());
      left -= first;
      for (long i = first; i < folder.expected(); i++) {
        if (i < folder.items().size()) {
          item(folder.items().get((int) i));
        } else {
          out.failed("missing", false);
        }
      }
    }
  }

  private void item(int node) throws IOException {
    OutlookMail mail = null;
    String failure = "no message";
    boolean limit = false;
    try {
      allowReads(bytes);
      if (PSTObject.detectAndLoadPSTObject(file, node) instanceof PSTMessage message) {
        mail = mail(message);
      }
    } catch (PSTException | IOException | RuntimeException | StackOverflowError broken) {
      failure = broken.getClass().getSimpleName();
    } catch (OutOfMemoryError tooMuch) {
      failure = "too much memory";
      limit = true;
    }
    if (mail == null) {
      out.failed(failure, limit);
    } else {
      out.item(mail);
    }
  }

  private OutlookMail mail(PSTMessage message) throws PSTException, IOException {
    return OutlookMime.isMail(message.getMessageClass())
        ? OutlookMime.of(OutlookItem.of(file, message))
        : OutlookMail.OTHER;
  }
}
