package shadewalk.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What instructions do to registers, flags and memory. The memory is 256 bytes that count up from
/// 0 at address 0; behind its end every access faults.
class ExecutionTest {

    private static final int BYTES = 256;

    private final Core core = new Core(false);
    private final Memory memory = new Memory();

    @ParameterizedTest(name = "{0} with ax={1}, cx={2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    8b 03          | 0        | 0        | ax=23222120 20=23222120
                    88 0b          | 0        | 99       | ax=0 20=23222199
                    66 89 0b       | 0        | 9988     | ax=0 20=23229988
                    c7 03 67500000 | 0        | 0        | ax=0 20=5067
                    0f b6 03       | ffffffff | 0        | ax=20 20=23222120
                    66 0f b6 03    | ffffffff | 0        | ax=ffff0020 20=23222120
                    87 03          | 5067     | 0        | ax=23222120 20=5067
                    86 23          | 5067     | 0        | ax=2067 20=23222150
                    f0 0f c1 03    | 1        | 0        | ax=23222120 20=23222121
                    0f b1 0b       | 23222120 | 5067     | ax=23222120 20=5067
                    0f b1 0b       | 0        | 5067     | ax=23222120 20=23222120
                    f0 83 0b 47    | 0        | 0        | ax=0 20=23222167
                    f0 83 23 df    | 0        | 0        | ax=0 20=23222100
                    83 33 ff       | 0        | 0        | ax=0 20=dcdddedf
                    0f ba 2b 01    | 0        | 0        | ax=0 20=23222122
                    0f ba 33 05    | 0        | 0        | ax=0 20=23222100
                    0f ba 3b 00    | 0        | 0        | ax=0 20=23222121
                    ff 03          | 0        | 0        | ax=0 20=23222121
                    f7 13          | 0        | 0        | ax=0 20=dcdddedf
                    f7 1b          | 0        | 0        | ax=0 20=dcdddee0
                    ab             | 5067     | 0        | ax=5067 20=5067
                    """)
    void whatIsInAxAndInMemoryAfterwards(String code, String ax, String cx, String after)
            throws Interruption {
        core.set(Core.AX, Long.parseLong(ax, 16));
        core.set(Core.CX, Long.parseLong(cx, 16));
        core.set(Core.BX, 0x20);
        core.set(Core.DI, 0x20);
        run(code);
        assertEquals(after, "ax=%x 20=%x".formatted(core.get(Core.AX), memory.load(0x20, 4)));
        assertEquals(code.replace(" ", "").length() / 2, core.rip());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    31 c0       | ffffffff | 46
                    01 c0       | 80000000 | 847
                    83 c0 01    | 7fffffff | 896
                    83 e8 01    | 0        | 97
                    3c 01       | 1        | 46
                    84 c0       | 80       | 82
                    40          | ffffffff | 56
                    f7 d8       | 1        | 97
                    0f ba e0 03 | 8        | 3
                    """)
    void theFlagsAfterwards(String code, String ax, String flags) throws Interruption {
        core.set(Core.AX, Long.parseLong(ax, 16));
        run(code);
        assertEquals(flags, Long.toHexString(core.rflags()));
    }

    @Test
    void eightBytesAreExchangedIfTheyAreTheOnesExpected() throws Interruption {
        core.set(Core.DX, 0x27262524);
        core.set(Core.AX, 0x23222120);
        core.set(Core.CX, 0x80000000L);
        core.set(Core.BX, 0x5067);
        core.set(Core.SI, 0x20);
        run("f0 0f c7 0e");
        assertEquals(0x8000_0000_0000_5067L, memory.load(0x20, 8));
        core.setRip(0);
        run("f0 0f c7 0e");
        assertEquals(
                Map.of("ax", 0x5067L, "dx", 0x80000000L),
                Map.of("ax", core.get(Core.AX), "dx", core.get(Core.DX)));
    }

    @Test
    void aRepeatedStoreIsOneElementAtATime() throws Interruption {
        core.set(Core.CX, 2);
        core.set(Core.DI, 0xf8);
        run("f3 ab");
        assertEquals("rip=0 cx=1 di=fc", strings());
        run("f3 ab");
        assertEquals("rip=2 cx=0 di=100", strings());
        core.setRip(0);
        run("f3 ab");
        assertEquals("rip=2 cx=0 di=100", strings());
    }

    @Test
    void aStringIsCopied() throws Interruption {
        core.set(Core.SI, 0x40);
        core.set(Core.DI, 0x20);
        run("a5");
        assertEquals(0x43424140, memory.load(0x20, 4));
        assertEquals(0x44, core.get(Core.SI));
        assertEquals("rip=1 cx=0 di=24", strings());
    }

    @Test
    void pushAndPopMoveTheStackPointerBehindTheAccess() throws Interruption {
        core.set(Core.SP, 0x40);
        run("6a f0");
        assertEquals(0xfffffff0L, memory.load(0x3c, 4));
        run("58");
        assertEquals(0xfffffff0L, core.get(Core.AX));
        assertEquals(0x40, core.get(Core.SP));
    }

    @Test
    void aFaultLeavesRegistersAndFlagsAsTheyWere() {
        core.set(Core.AX, 1);
        core.set(Core.BX, BYTES);
        core.set(Core.SP, BYTES + 4);
        for (String code : new String[] {"01 03", "03 03", "87 03", "50", "f0 0f b1 0b"}) {
            assertThrows(Interruption.class, () -> run(code), code);
        }
        assertEquals(
                "rip=0 ax=1 sp=104 flags=2",
                "rip=%x ax=%x sp=%x flags=%x"
                        .formatted(
                                core.rip(), core.get(Core.AX), core.get(Core.SP), core.rflags()));
    }

    @Test
    void whatIsNotModelledIsLeftAlone() throws Interruption {
        Instruction decimal = decode("27");
        assertEquals(false, new Execution(core, memory, decimal).run());
        assertEquals(0, core.rip());
    }

    private String strings() {
        return "rip=%x cx=%x di=%x".formatted(core.rip(), core.get(Core.CX), core.get(Core.DI));
    }

    private void run(String code) throws Interruption {
        assertEquals(true, new Execution(core, memory, decode(code)).run(), code);
    }

    private static Instruction decode(String text) throws Interruption {
        byte[] code = HexFormat.of().parseHex(text.replace(" ", ""));
        return Decoder.decode(new CodeBytes(i -> code[i] & 0xff), false);
    }

    private static final class Memory implements Bus {

        private final ByteBuffer bytes =
                ByteBuffer.allocate(BYTES + 8).order(ByteOrder.LITTLE_ENDIAN);

        Memory() {
            for (int i = 0; i < BYTES; i++) {
                bytes.put(i, (byte) i);
            }
        }

        @Override
        public long load(long address, int size) throws Interruption {
            check(address, size);
            return Sizes.low(bytes.getLong((int) address), size);
        }

        @Override
        public long loadToChange(long address, int size) throws Interruption {
            return load(address, size);
        }

        @Override
        public void store(long address, int size, long value) throws Interruption {
            check(address, size);
            for (int i = 0; i < size; i++) {
                bytes.put((int) address + i, (byte) (value >>> i * 8));
            }
        }

        @Override
        public void exchange(long address, int size, long expected, long value)
                throws Interruption {
            store(address, size, value);
        }

        private static void check(long address, int size) throws Interruption {
            if (address + size > BYTES) {
                throw Interruption.generalProtection();
            }
        }
    }
}
