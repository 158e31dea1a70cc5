package dev.prospector.benchmark.machines;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A provider that answers every call after a while, and writes down whom it answered what and when.
 * It lives outside of the workers, so that it knows of calls whose worker died before it could hear
 * the answer. A line asks, {@code number lead step}, and its number is the answer; the first line
 * of a connection is the worker's name.
 */
final class Ledger implements AutoCloseable {

  private final ServerSocket socket;
  private final long latencyMillis;
  private final List<Call> calls = new ArrayList<>();
  private final ScheduledExecutorService answers =
      Executors.newSingleThreadScheduledExecutor(Ledger::daemon);

  /**
   * A call that somebody would have to pay for.
   *
   * @param worker who made it
   * @param begun when it came, by this process's clock in nanoseconds
   */
  record Call(String worker, int lead, int step, long begun) {

    long ended(long latencyMillis) {
      return begun + TimeUnit.MILLISECONDS.toNanos(latencyMillis);
    }
  }

  private Ledger(ServerSocket socket, long latencyMillis) {
    this.socket = socket;
    this.latencyMillis = latencyMillis;
  }

  static Ledger start(long latencyMillis) throws IOException {
    Ledger ledger =
        new Ledger(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), latencyMillis);
    daemon(ledger::accept).start();
    return ledger;
  }

  int port() {
    return socket.getLocalPort();
  }

  long latencyMillis() {
    return latencyMillis;
  }

  /** Returns all calls so far, in the order in which they came. */
  List<Call> calls() {
    synchronized (calls) {
      return List.copyOf(calls);
    }
  }

  int size() {
    synchronized (calls) {
      return calls.size();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket worker = socket.accept();
        worker.setTcpNoDelay(true);
        daemon(() -> serve(worker)).start();
      }
    } catch (IOException e) {
      // Closed: nobody calls any more.
    }
  }

  private void serve(Socket worker) {
    try (worker;
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(worker.getInputStream(), StandardCharsets.US_ASCII))) {
      String name = lines.readLine();
      OutputStream out = worker.getOutputStream();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] call = line.split(" ");
        if (call.length < 3) {
          return; // The worker died in the middle of a line.
        }
        book(new Call(name, Integer.parseInt(call[1]), Integer.parseInt(call[2]), now()));
        answerLater(out, call[0]);
      }
    } catch (IOException e) {
      // The worker died.
    }
  }

  private void book(Call call) {
    synchronized (calls) {
      calls.add(call);
    }
  }

  private void answerLater(OutputStream out, String number) {
    byte[] answer = (number + "\n").getBytes(StandardCharsets.US_ASCII);
    var unused =
        answers.schedule(
            () -> {
              try {
                out.write(answer);
              } catch (IOException e) {
                // Whoever asked is gone; the work was done all the same.
              }
            },
            latencyMillis,
            TimeUnit.MILLISECONDS);
  }

  static long now() {
    return System.nanoTime();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "ledger");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() throws IOException {
    socket.close();
    answers.shutdownNow();
  }
}
