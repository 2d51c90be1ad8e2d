package dev.uncanned.cluster;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds components in one task: keys become numbers, {@link UnionFind} does the rest.
 *
 * <p>Takes about 120 bytes for each linked text and 8 for each link.
 */
final class LinkedTexts {

  private LinkedTexts() {}

  /**
   * The stars of the components: each text but the oldest linked to the oldest.
   *
   * @param links in any order, doubles welcome; read to the end
   */
  static Iterator<TextLink> stars(Iterator<TextLink> links) {
    Object2IntOpenHashMap<TextKey> numbers = new Object2IntOpenHashMap<>();
    numbers.defaultReturnValue(-1);
    List<TextKey> texts = new ArrayList<>();
    LongArrayList pairs = new LongArrayList();
    while (links.hasNext()) {
      TextLink link = links.next();
      long one = number(link.text(), numbers, texts);
      pairs.add(one << Integer.SIZE | number(link.other(), numbers, texts));
    }
    UnionFind components = new UnionFind(texts.size());
    for (int i = 0; i < pairs.size(); i++) {
      components.union((int) (pairs.getLong(i) >>> Integer.SIZE), (int) pairs.getLong(i));
    }
    TextKey[] oldest = new TextKey[texts.size()];
    for (int i = 0; i < oldest.length; i++) {
      int root = components.find(i);
      TextKey text = texts.get(i);
      oldest[root] = oldest[root] == null || text.compareTo(oldest[root]) < 0 ? text : oldest[root];
    }
    return IntStream.range(0, oldest.length)
        .filter(i -> !texts.get(i).equals(oldest[components.find(i)]))
        .mapToObj(i -> TextLink.of(texts.get(i), oldest[components.find(i)]))
        .iterator();
  }

  private static int number(
      TextKey text, Object2IntOpenHashMap<TextKey> numbers, List<TextKey> texts) {
    int number = numbers.putIfAbsent(text, texts.size());
    if (number >= 0) {
      return number;
    }
    texts.add(text);
    return texts.size() - 1;
  }
}
