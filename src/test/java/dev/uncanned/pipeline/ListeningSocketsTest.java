package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListeningSocketsTest {

  private static final Path SELF = Path.of("/proc/self");

  @Test
  void socketsOfThisProcessAreToldApartByWhoCanReachThem() throws Exception {
    assumeTrue(Files.isReadable(SELF.resolve("net/tcp")), "only Linux tells its sockets");
    try (ServerSocket open = new ServerSocket(0);
        ServerSocket own = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<ListeningSockets.Socket> sockets = ListeningSockets.of(SELF);
      assertThat(sockets)
          .contains(new ListeningSockets.Socket(false, open.getLocalPort()))
          .contains(new ListeningSockets.Socket(true, own.getLocalPort()));
    }
  }

  @Test
  void othersProcessesSocketsAndConnectionsAreNotCounted(@TempDir Path process) throws Exception {
    Path fd = Files.createDirectories(process.resolve("fd"));
    Files.createSymbolicLink(fd.resolve("3"), Path.of("socket:[11]"));
    Files.createSymbolicLink(fd.resolve("4"), Path.of("socket:[12]"));
    Files.createSymbolicLink(fd.resolve("5"), Path.of("socket:[14]"));
    Files.createDirectories(process.resolve("net"));
    Files.writeString(
        process.resolve("net/tcp"),
        "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid"
            + "  timeout inode\n"
            + "   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 0 0 0 11 1\n"
            + "   1: 00000000:1F91 00000000:0000 01 00000000:00000000 00:00000000 0 0 0 12 1\n"
            + "   2: 00000000:1F92 00000000:0000 0A 00000000:00000000 00:00000000 0 0 0 13 1\n");
    Files.writeString(
        process.resolve("net/tcp6"),
        "   0: 0000000000000000FFFF00000100007F:1F93 00000000000000000000000000000000:0000 0A"
            + " 00000000:00000000 00:00000000 00000000 0 0 14 1\n");
    assertThat(ListeningSockets.of(process))
        .containsExactly(
            new ListeningSockets.Socket(true, 8080), new ListeningSockets.Socket(true, 8083));
  }
}
