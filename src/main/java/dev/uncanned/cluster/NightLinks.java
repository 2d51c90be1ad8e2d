package dev.uncanned.cluster;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Connects the new texts of a night with each other and with the components of the nights before.
 *
 * <p>Components grow and merge, but their texts do not leave them; which of their texts are a
 * cluster is for {@link GuardedParts} to say.
 */
final class NightLinks {

  private final ClusterState state;
  private final SketchedTexts fresh;
  private final StateRules rules;
  private final Workers workers;
  private final BitmapFilter filter;
  private final int base;

  /** All texts by their numbers; of the old ones only those that name a component are used. */
  private final UnionFind components;

  /** Old texts that name a component which a pair has touched. */
  private final BitSet touched = new BitSet();

  /**
   * @param fresh texts that the state does not know
   */
  NightLinks(ClusterState state, SketchedTexts fresh, StateRules rules, Workers workers) {
    this.state = state;
    this.fresh = fresh;
    this.rules = rules;
    this.workers = workers;
    this.base = state.count();
    this.filter = new BitmapFilter(fresh.sets(), rules.cluster().threshold(), workers);
    this.components = new UnionFind(Math.addExact(base, fresh.count()));
  }

  /**
   * Connects all that is similar, and writes the bands of the new texts.
   *
   * <p>First by the pairs with the oldest of a bucket and with the one before, then what is in a
   * small component by then by pairs with the anchors. The state is read once: the shingles of all
   * anchors that may be needed are fetched with the first ones.
   */
  void join(SegmentWriter writer) throws IOException {
    PairList pairs = new PairList();
    AnchorEdges[] anchors = new AnchorEdges[rules.signature().bands()];
    eachBand(
        band -> {
          BandWriter rows = writer.band();
          NewBuckets buckets = new NewBuckets(fresh.lastBandKeys(band), fresh.sets());
          buckets.meet(state.segments(), band);
          verify(buckets::proposeNew);
          pairs.addAll(buckets.oldPairs());
          anchors[band] = buckets.anchorEdges(base);
          buckets.write(rows, base);
          return rows;
        },
        rows -> writer.band(rows.finish(), rows.texts()));
    long[] first = pairs.sorted();
    KeptShingles kept = new KeptShingles(state.segments(), wanted(first, anchors));
    join(first, kept);
    joinAnchors(anchors, kept);
  }

  private BitSet wanted(long[] pairs, AnchorEdges[] anchors) {
    BitSet wanted = new BitSet(base);
    for (long pair : pairs) {
      wanted.set(PairList.old(pair));
    }
    for (AnchorEdges edges : anchors) {
      edges.mark(base, wanted);
    }
    return wanted;
  }

  private void joinAnchors(AnchorEdges[] anchors, KeptShingles kept) {
    PairList pairs = new PairList();
    BitSet small = small();
    workers.ranges(
        anchors.length,
        band -> {
          OldAnchors olds = new OldAnchors();
          verify(news -> anchors[band].proposeMixed(base, small, divided(news, olds)));
          pairs.addAll(olds.pairs);
        });
    join(pairs.sorted(), kept);
  }

  /** Pairs by the numbers of the state, as the two kinds are numbered. */
  private StarEdges.Sink divided(StarEdges.Sink news, StarEdges.Sink olds) {
    return (young, old) -> {
      if (old < base) {
        olds.pair(young - base, old);
      } else {
        news.pair(young - base, old - base);
      }
    };
  }

  /** Connects pairs of new texts that are similar. */
  private void verify(Consumer<StarEdges.Sink> proposals) {
    PairVerifier.verify(
        proposals, fresh.sets(), filter, base, components, rules.cluster().threshold());
  }

  /** Texts that are in small components now. */
  private BitSet small() {
    return SmallTexts.of(
        base + fresh.count(), text -> components.find(text < base ? state.leader(text) : text));
  }

  /** Collects pairs of a new text and an old one whose component is another. */
  private final class OldAnchors implements StarEdges.Sink {
    private final LongArrayList pairs = new LongArrayList();

    @Override
    public void pair(int young, int old) {
      if (!components.joined(base + young, state.leader(old))) {
        pairs.add(PairList.pair(young, old));
      }
    }
  }

  /** What is done for a band. */
  private interface BandWork<T> {
    T of(int band) throws IOException;
  }

  /** Takes what was done, band by band in their order. */
  private interface BandResult<T> {
    void take(T result) throws IOException;
  }

  private <T> void eachBand(BandWork<T> work, BandResult<T> result) throws IOException {
    Deque<Future<T>> running = new ArrayDeque<>();
    for (int i = 0; i < rules.signature().bands(); i++) {
      int band = i;
      Callable<T> one = () -> work.of(band);
      running.add(workers.submit(one));
      if (running.size() > workers.threads()) {
        result.take(await(running.remove()));
      }
    }
    while (!running.isEmpty()) {
      result.take(await(running.remove()));
    }
  }

  private static <T> T await(Future<T> running) throws IOException {
    try {
      return Workers.await(running);
    } catch (IllegalStateException failed) {
      if (failed.getCause() instanceof IOException unreadable) {
        throw unreadable;
      }
      throw failed;
    }
  }

  /** Connects the pairs of a new text and an old one that are similar. */
  private void join(long[] pairs, KeptShingles kept) {
    for (long pair : pairs) {
      touched.set(state.leader(PairList.old(pair)));
    }
    int[][] sets = fresh.sets();
    double threshold = rules.cluster().threshold();
    workers.ranges(
        pairs.length,
        i -> {
          int young = PairList.young(pairs[i]);
          int old = PairList.old(pairs[i]);
          int leader = state.leader(old);
          if (!components.joined(base + young, leader)
              && Jaccard.atLeast(sets[young], kept.of(old), threshold)) {
            components.union(base + young, leader);
          }
        });
  }

  /** For each new text the text that names its component. */
  int[] leaders() {
    int[] leaders = new int[fresh.count()];
    Arrays.setAll(leaders, i -> components.find(base + i));
    return leaders;
  }

  /** Old components that have become part of an older one, by rising names. */
  List<Merge> merges(long night) {
    List<Merge> merges = new ArrayList<>();
    touched.stream()
        .filter(old -> components.find(old) != old)
        .forEach(old -> merges.add(new Merge(old, components.find(old), night)));
    return merges;
  }
}
