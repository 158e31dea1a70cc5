package dev.prospector.benchmark.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AllocatedBytesTest {

  private static final int BLOCK = 64 * 1024;
  private static final int BLOCKS = 1_000;
  private static final long ALLOCATED = (long) BLOCK * BLOCKS;

  @Test
  void whatAnEndedThreadAllocatedIsCounted() throws Exception {
    assertCounts(AllocatedBytes.ofThisVirtualMachine());
  }

  @Test
  void theHeapTellsTheSameWhereTheVirtualMachineKeepsNoSum() throws Exception {
    assertCounts(new HeapBook());
  }

  private static void assertCounts(AllocatedBytes bytes) throws InterruptedException {
    long before = bytes.total();
    AtomicReference<byte[]> last = new AtomicReference<>(new byte[0]);
    Thread thread =
        new Thread(
            () -> {
              for (int i = 0; i < BLOCKS; i++) {
                last.set(new byte[BLOCK]);
              }
            });
    thread.start();
    thread.join();
    assertThat(bytes.total() - before).isCloseTo(ALLOCATED, within(ALLOCATED / 10));
  }
}
