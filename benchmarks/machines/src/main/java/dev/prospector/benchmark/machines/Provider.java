package dev.prospector.benchmark.machines;

import dev.prospector.budget.Usage;
import dev.prospector.call.Effect;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.model.LanguageModel;
import dev.prospector.money.Money;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/** The ledger as a worker sees it: a paid model. Safe for several threads. */
final class Provider implements LanguageModel, AutoCloseable {

  private static final Usage COST = Usage.ofCall(Money.of("0.01", "USD"), 1_000);

  private final Socket socket;
  private final OutputStream out;
  private final AtomicLong numbers = new AtomicLong();
  private final Map<Long, CompletableFuture<String>> waiting = new ConcurrentHashMap<>();

  private Provider(Socket socket, OutputStream out) {
    this.socket = socket;
    this.out = out;
  }

  static Provider connect(int port, String worker) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    Provider provider = new Provider(socket, socket.getOutputStream());
    provider.write(worker);
    Thread reader = new Thread(provider::read, "provider");
    reader.setDaemon(true);
    reader.start();
    return provider;
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        CompletableFuture<String> answer = waiting.remove(Long.valueOf(line));
        if (answer != null) {
          answer.complete(Work.step());
        }
      }
    } catch (IOException e) {
      // Told below.
    }
    IOException gone = new IOException("the provider hung up");
    waiting.values().forEach(answer -> answer.completeExceptionally(gone));
  }

  private synchronized void write(String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String name() {
    return "simulated";
  }

  @Override
  public Usage upperBound(Request request) {
    return COST;
  }

  @Override
  public Effect effect() {
    return Effect.IDEMPOTENT;
  }

  @Override
  public Answer ask(Request request) throws InterruptedException {
    long number = numbers.incrementAndGet();
    CompletableFuture<String> answer = new CompletableFuture<>();
    waiting.put(number, answer);
    try {
      write(number + " " + request.materialText());
      return new Answer(answer.get(), Answer.Ending.COMPLETE, COST, name());
    } catch (IOException | ExecutionException e) {
      throw new PortException("provider", "no answer came", RetryAdvice.backOff(), e);
    } finally {
      waiting.remove(number);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
