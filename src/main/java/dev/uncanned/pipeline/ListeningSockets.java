package dev.uncanned.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The TCP sockets on which a process of Linux listens.
 *
 * <p>Source: proc(5), {@code /proc/PID/net/tcp}: column 2 is the local address in the byte order of
 * the machine, column 4 the state, column 10 the inode, which {@code /proc/PID/fd} links to.
 */
final class ListeningSockets {

  private static final String LISTEN = "0A";
  private static final int ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;
  private static final int HEX = 16;
  private static final int IPV4_DIGITS = 8;
  private static final String LOOPBACK_4 = "7F";
  private static final String LOOPBACK_6 = "00000000000000000000000001000000";
  private static final String MAPPED = "0000000000000000FFFF0000";

  private ListeningSockets() {}

  /** A socket: whether only this machine can reach it, and its port. */
  record Socket(boolean loopback, int port) {}

  /**
   * Those of one process.
   *
   * @param process its folder, such as {@code /proc/self}
   * @throws IOException if the system does not tell, as on any but Linux
   */
  static List<Socket> of(Path process) throws IOException {
    Set<String> own = new HashSet<>();
    try (Stream<Path> descriptors = Files.list(process.resolve("fd"))) {
      for (Path descriptor : descriptors.toList()) {
        if (Files.isSymbolicLink(descriptor)) {
          own.add(Files.readSymbolicLink(descriptor).toString());
        }
      }
    }
    List<Socket> sockets = new ArrayList<>();
    for (String table : List.of("tcp", "tcp6")) {
      Path file = process.resolve("net").resolve(table);
      if (Files.isReadable(file)) {
        Files.readAllLines(file).forEach(line -> add(line, own, sockets));
      }
    }
    return sockets;
  }

  private static void add(String line, Set<String> own, List<Socket> sockets) {
    String[] columns = line.strip().split("\\s+");
    boolean listens = columns.length > INODE && columns[STATE].equals(LISTEN);
    if (listens && own.contains("socket:[" + columns[INODE] + "]")) {
      String[] address = columns[ADDRESS].split(":");
      sockets.add(new Socket(isLoopback(address[0]), Integer.parseInt(address[1], HEX)));
    }
  }

  private static boolean isLoopback(String address) {
    if (address.length() == IPV4_DIGITS) {
      return address.endsWith(LOOPBACK_4);
    }
    return address.equals(LOOPBACK_6)
        || (address.startsWith(MAPPED) && address.endsWith(LOOPBACK_4));
  }
}
