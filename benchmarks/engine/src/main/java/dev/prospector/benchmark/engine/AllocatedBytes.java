package dev.prospector.benchmark.engine;

/**
 * Bytes allocated by all threads of the virtual machine, ended and virtual ones included.
 *
 * <p>JDK 21 and late updates of 17 keep that sum themselves: see {@link ThreadCounter}. Elsewhere
 * only the threads alive can be asked, which misses the workers of a pool that was shut down, so
 * there the heap is the book: see {@link HeapBook}.
 */
interface AllocatedBytes {

  /** The exact counter where this virtual machine has it, the heap's book otherwise. */
  static AllocatedBytes ofThisVirtualMachine() {
    return ThreadCounter.find().<AllocatedBytes>map(counter -> counter).orElseGet(HeapBook::new);
  }

  /** How the bytes are counted, for the report. */
  String method();

  /** Bytes allocated up to now; only differences mean something. May collect garbage. */
  long total();
}
