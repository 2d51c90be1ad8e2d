package dev.uncanned.store;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A disk in memory that forgets: it knows what was forced and what was not, can be stopped at any
 * operation that changes something, and says what is left then.
 *
 * <p>Names in a folder and contents of files are lost or kept independently of each other, as POSIX
 * allows; only a rename is never half done.
 */
final class CrashDisk implements Disk {

  /** Stands for the end of the process: no catch of the program's own may hold it. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** What the disk keeps of what was not forced. */
  enum Loss {
    /** The process was killed: everything stays. */
    NOTHING,
    /** The power went: everything that was not forced is gone. */
    UNSYNCED,
    /** Names stay, contents that were not forced are cut in half. */
    TORN,
    /** Names and contents stay or go by chance, each for itself. */
    SOME,
    /** The same with other luck. */
    OTHERS,
    /** The same with other luck. */
    REST
  }

  /** How a write is refused. */
  enum Refusal {
    ENOSPC("No space left on device"),
    EIO("Input/output error"),
    EACCES("Permission denied");

    private final String reason;

    Refusal(String reason) {
      this.reason = reason;
    }
  }

  private static final class Node {
    private byte[] content;
    private byte[] synced;
    private Path target;
    private Map<String, Node> names;
    private Map<String, Node> durable;
    private final List<Map<String, Node>> pending = new ArrayList<>();
    private Instant modified;

    static Node folder() {
      Node node = new Node();
      node.names = new TreeMap<>();
      node.durable = new TreeMap<>();
      return node;
    }
  }

  private static final Map<Path, List<String>> NAMES = new ConcurrentHashMap<>();

  private final Node root;
  private final Set<Path> locks = new HashSet<>();
  private int operations;
  private int stopAt = Integer.MAX_VALUE;
  private int refuseAt = Integer.MAX_VALUE;
  private boolean refuseOn;
  private Refusal refusal;
  private boolean dead;
  private boolean forgetsFiles;
  private boolean forgetsFolders;

  CrashDisk() {
    this(Node.folder());
  }

  private CrashDisk(Node root) {
    this.root = root;
  }

  /** Operations so far that change something. */
  int operations() {
    return operations;
  }

  /** Stops at the n-th operation from now on, from 1: a write is half done, others are not. */
  CrashDisk stopAt(int n) {
    stopAt = operations + n;
    return this;
  }

  /** Refuses the n-th operation from now on, and the later ones too if it should. */
  CrashDisk refuse(int n, Refusal how, boolean onwards) {
    refuseAt = operations + n;
    refuseOn = onwards;
    refusal = how;
    return this;
  }

  /** A disk that says it has forced files, or folders, and has not. */
  CrashDisk lying(boolean aboutFiles, boolean aboutFolders) {
    forgetsFiles = aboutFiles;
    forgetsFolders = aboutFolders;
    return this;
  }

  /** What is left after the end of the process, all of it on the disk. */
  CrashDisk left(Loss loss) {
    Random luck = new Random(operations * 31L + loss.ordinal());
    return new CrashDisk(left(root, loss, luck, new IdentityHashMap<>()));
  }

  private static Node left(Node node, Loss loss, Random luck, Map<Node, Node> done) {
    if (done.containsKey(node)) {
      return done.get(node);
    }
    Node copy = new Node();
    done.put(node, copy);
    copy.modified = node.modified;
    copy.target = node.target;
    if (node.names != null) {
      copy.names = new TreeMap<>();
      names(node, loss, luck)
          .forEach((name, inner) -> copy.names.put(name, left(inner, loss, luck, done)));
      copy.durable = new TreeMap<>(copy.names);
    } else if (node.target == null) {
      copy.content = content(node, loss, luck);
      copy.synced = copy.content;
    }
    return copy;
  }

  private static Map<String, Node> names(Node folder, Loss loss, Random luck) {
    if (loss == Loss.NOTHING || loss == Loss.TORN) {
      return folder.names;
    }
    Map<String, Node> names = new TreeMap<>(folder.durable);
    for (Map<String, Node> change : folder.pending) {
      if (loss != Loss.UNSYNCED && luck.nextBoolean()) {
        change(names, change);
      }
    }
    return names;
  }

  private static byte[] content(Node file, Loss loss, Random luck) {
    if (loss == Loss.NOTHING || file.content == file.synced) {
      return file.content;
    }
    byte[] synced = file.synced == null ? new byte[0] : file.synced;
    byte[] torn = Arrays.copyOf(file.content, file.content.length / 2);
    return switch (loss) {
      case UNSYNCED -> synced;
      case TORN -> torn;
      default -> List.of(synced, torn, file.content).get(luck.nextInt(3));
    };
  }

  private static void change(Map<String, Node> names, Map<String, Node> change) {
    change.forEach(
        (name, node) -> {
          if (node == null) {
            names.remove(name);
          } else {
            names.put(name, node);
          }
        });
  }

  private void change(Node folder, Map<String, Node> change) {
    change(folder.names, change);
    folder.pending.add(change);
    folder.modified = now();
  }

  private Instant now() {
    return Instant.ofEpochSecond(operations);
  }

  private void step(Path path) throws IOException {
    if (dead) {
      throw new Crash();
    }
    operations++;
    if (operations == stopAt) {
      dead = true;
      throw new Crash();
    }
    if (operations == refuseAt || refuseOn && operations > refuseAt) {
      throw new FileSystemException(path.toString(), null, refusal.reason);
    }
  }

  private Node find(Path path) {
    Node at = root;
    for (String name : NAMES.computeIfAbsent(path, CrashDisk::names)) {
      at = at == null || at.names == null ? null : at.names.get(name);
    }
    return at;
  }

  private static List<String> names(Path path) {
    List<String> names = new ArrayList<>();
    path.forEach(name -> names.add(name.toString()));
    return names;
  }

  private Node have(Path path) throws IOException {
    Node node = find(path);
    if (node == null) {
      throw new NoSuchFileException(path.toString());
    }
    return node;
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }

  private Node fresh(Path path) throws IOException {
    Node folder = have(path.getParent());
    if (folder.names.containsKey(name(path))) {
      throw new FileAlreadyExistsException(path.toString());
    }
    return folder;
  }

  private static Map<String, Node> as(Path path, Node node) {
    Map<String, Node> change = new HashMap<>();
    change.put(name(path), node);
    return change;
  }

  @Override
  public synchronized boolean exists(Path path) {
    return find(path) != null;
  }

  @Override
  public synchronized boolean isFolder(Path path) {
    Node node = find(path);
    return node != null && node.names != null;
  }

  @Override
  public synchronized List<Path> list(Path folder) {
    Node node = find(folder);
    return node == null || node.names == null
        ? List.of()
        : node.names.keySet().stream().map(folder::resolve).toList();
  }

  @Override
  public synchronized long bytes(Path file) throws IOException {
    return have(file).content.length;
  }

  @Override
  public synchronized Instant modified(Path path) throws IOException {
    Instant modified = have(path).modified;
    return modified == null ? Instant.EPOCH : modified;
  }

  @Override
  public synchronized InputStream read(Path file) throws IOException {
    return new ByteArrayInputStream(have(file).content);
  }

  @Override
  public synchronized Optional<Path> target(Path link) {
    Node node = find(link);
    return node == null ? Optional.empty() : Optional.ofNullable(node.target);
  }

  @Override
  public synchronized void createFolder(Path folder) throws IOException {
    step(folder);
    change(fresh(folder), as(folder, Node.folder()));
  }

  @Override
  public synchronized void write(Path file, byte[] content) throws IOException {
    Node folder = fresh(file);
    boolean alive = !dead;
    Node node = new Node();
    try {
      node.content = Arrays.copyOf(content, content.length / 2);
      step(file);
      node.content = content.clone();
    } finally {
      if (alive) {
        node.modified = now();
        change(folder, as(file, node));
      }
    }
  }

  /** Damages a file where it lies. */
  void damage(Path file, byte[] content) throws IOException {
    have(file).content = content;
    have(file).synced = content;
  }

  @Override
  public synchronized void force(Path file) throws IOException {
    step(file);
    Node node = have(file);
    if (!forgetsFiles) {
      node.synced = node.content;
    }
  }

  @Override
  public synchronized void forceFolder(Path folder) throws IOException {
    step(folder);
    Node node = have(folder);
    if (!forgetsFolders) {
      node.durable = new TreeMap<>(node.names);
      node.pending.clear();
    }
  }

  @Override
  public synchronized void link(Path name, Path file) throws IOException {
    step(name);
    change(fresh(name), as(name, have(file)));
  }

  @Override
  public synchronized void symbolicLink(Path name, Path target) throws IOException {
    step(name);
    Node node = new Node();
    node.target = target;
    change(fresh(name), as(name, node));
  }

  @Override
  public synchronized void move(Path from, Path to) throws IOException {
    step(from);
    Map<String, Node> change = as(to, have(from));
    change.put(name(from), null);
    change(have(from.getParent()), change);
  }

  @Override
  public synchronized void delete(Path path) throws IOException {
    step(path);
    Node node = have(path);
    if (node.names != null && !node.names.isEmpty()) {
      throw new DirectoryNotEmptyException(path.toString());
    }
    change(have(path.getParent()), as(path, null));
  }

  @Override
  public synchronized Optional<Closeable> lock(Path file) throws IOException {
    step(file);
    if (find(file) == null) {
      Node node = new Node();
      node.content = new byte[0];
      change(have(file.getParent()), as(file, node));
    }
    return locks.add(file) ? Optional.of(() -> unlock(file)) : Optional.empty();
  }

  private synchronized void unlock(Path file) {
    locks.remove(file);
  }
}
