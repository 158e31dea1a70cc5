package dev.prospector.benchmark.evaluation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicLong;

/** Listens on this machine's loopback, and counts who comes. */
final class CountingServer implements AutoCloseable {

  private final ServerSocket socket;
  private final AtomicLong connections = new AtomicLong();

  private CountingServer(ServerSocket socket) {
    this.socket = socket;
  }

  static CountingServer start() throws IOException {
    CountingServer server =
        new CountingServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    Thread thread = new Thread(server::accept, "counting-server");
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        socket.accept().close();
        connections.incrementAndGet();
      } catch (IOException e) {
        return; // Closed.
      }
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  long connections() {
    return connections.get();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
