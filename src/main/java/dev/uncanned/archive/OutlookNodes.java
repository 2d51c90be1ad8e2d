package dev.uncanned.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Lists the folders and messages that a data file of Outlook has in its tree of nodes, by the
 * folder that each says it is in ([MS-PST] 2.2.2.7.7).
 *
 * <p>Folders list what is in them too, but nothing can be loaded that is not in this tree, and a
 * message that its folder has forgotten, or whose folder is damaged, is found here. Branches that
 * lead nowhere, or in a circle, are counted.
 */
final class OutlookNodes {

  /** The folder above all others. */
  static final int ROOT = 0x122;

  private static final int FOLDER = 2;
  private static final int MESSAGE = 4;
  private static final int TYPE_MASK = 0x1F;
  private static final int PAGE_KIND = 0x81;
  private static final int MAX_DEPTH = Budgets.OUTLOOK_TREE_DEPTH;

  /** Where things stand in a page of each of the three versions of the format. */
  private record Layout(
      int page, int countAt, int countBytes, int kindAt, int rootAt, int branch, int leaf) {

    static Layout of(int version) {
      if (OutlookFinder.isAnsi(version)) {
        return new Layout(512, 496, 1, 500, 188, 12, 16);
      }
      return version == 36
          ? new Layout(4096, 4056, 2, 4072, 224, 24, 32)
          : new Layout(512, 488, 1, 496, 224, 24, 32);
    }

    boolean wide() {
      return branch == 24;
    }

    /** Behind the counts stand one byte for the size of an entry and one for the level. */
    int sizeAt() {
      return countAt + 2 * countBytes;
    }
  }

  private final OutlookBytes bytes;
  private final Layout layout;
  private final Set<Long> visited = new HashSet<>();
  private final Map<Integer, List<Integer>> folders = new TreeMap<>();
  private final Map<Integer, List<Integer>> messages = new TreeMap<>();
  private int broken;

  private OutlookNodes(OutlookBytes bytes, Layout layout) {
    this.bytes = bytes;
    this.layout = layout;
  }

  /** Walks through the tree, as far as it can be read. */
  static OutlookNodes of(OutlookBytes bytes, int version) {
    OutlookNodes nodes = new OutlookNodes(bytes, Layout.of(version));
    try {
      nodes.walk(nodes.offset(nodes.read(nodes.layout.rootAt(), Long.BYTES), 0), 0);
    } catch (IOException unreadable) {
      nodes.broken++;
    }
    return nodes;
  }

  /** The folders by the folder above them, in the order of the tree. */
  Map<Integer, List<Integer>> folders() {
    return folders;
  }

  /** The messages by folder, in the order of the tree. */
  Map<Integer, List<Integer>> messages() {
    return messages;
  }

  /** How many branches cannot be read. */
  int broken() {
    return broken;
  }

  private void walk(long at, int depth) throws IOException {
    boolean inside = at > 0 && at + layout.page() <= bytes.size();
    if (!inside || depth > MAX_DEPTH || !visited.add(at)) {
      broken++;
      return;
    }
    ByteBuffer page = read(at, layout.page());
    int count =
        layout.countBytes() == 1
            ? page.get(layout.countAt()) & 0xFF
            : page.getShort(layout.countAt()) & 0xFFFF;
    int size = page.get(layout.sizeAt()) & 0xFF;
    int level = page.get(layout.sizeAt() + 1) & 0xFF;
    int least = level > 0 ? layout.branch() : layout.leaf();
    boolean nodes = (page.get(layout.kindAt()) & 0xFF) == PAGE_KIND;
    if (!nodes || size < least || count * size > layout.countAt()) {
      broken++;
      return;
    }
    for (int i = 0; i < count; i++) {
      if (level > 0) {
        walk(offset(page, i * size + (layout.wide() ? 16 : 8)), depth + 1);
      } else {
        leaf(page, i * size);
      }
    }
  }

  private void leaf(ByteBuffer page, int at) {
    int node = page.getInt(at);
    int type = node & TYPE_MASK;
    if (type == MESSAGE || type == FOLDER) {
      int parent = page.getInt(at + (layout.wide() ? 24 : 12));
      Map<Integer, List<Integer>> nodes = type == MESSAGE ? messages : folders;
      nodes.computeIfAbsent(parent, key -> new ArrayList<>()).add(node);
    }
  }

  private long offset(ByteBuffer page, int at) {
    return layout.wide() ? page.getLong(at) : page.getInt(at) & 0xFFFFFFFFL;
  }

  private ByteBuffer read(long at, int length) throws IOException {
    byte[] read = new byte[length];
    bytes.seek(at);
    if (bytes.read(read) < length) {
      throw new IOException("the file ends in its tree");
    }
    return ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
  }
}
