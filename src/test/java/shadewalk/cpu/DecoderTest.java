package shadewalk.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table of opcodes, read as the manual's appendix lists it.
class DecoderTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    8b 03                            | 4 LOAD ax, [bx]
                    8a 4b fc                         | 1 LOAD cx, [bx-4]
                    66 89 0b                         | 2 MOV [bx], cx
                    a1 78 56 34 12                   | 4 LOAD ax, [+12345678]
                    a3 78 56 34 12                   | 4 MOV [+12345678], ax
                    c7 03 67 50 00 00                | 4 MOV [bx], 5067
                    c6 43 01 80                      | 1 MOV [bx+1], -80
                    c7 0b 67 50 00 00                | UNKNOWN
                    b9 ff ff ff ff                   | 4 LOAD cx, -1
                    b4 12                            | 1 LOAD sp, 12
                    0f b6 03                         | 4 MOVZX_BYTE ax, [bx]
                    66 0f b7 03                      | 2 MOVZX_WORD ax, [bx]
                    87 0b                            | 4 XCHG [bx], cx
                    f0 0f c1 13                      | 4 lock XADD [bx], dx
                    f0 0f b1 0c 8d 00 10 00 00       | 4 lock CMPXCHG [cx*4+1000], cx
                    f0 0f c7 0e                      | 8 lock CMPXCHG8B [si], -
                    0f c7 ce                         | UNKNOWN
                    f0 83 0b 02                      | 4 lock OR [bx], 2
                    f0 81 23 fd ff ff ff             | 4 lock AND [bx], -3
                    80 0b 80                         | 1 OR [bx], -80
                    21 03                            | 4 AND [bx], ax
                    23 03                            | 4 AND ax, [bx]
                    05 01 00 00 00                   | 4 ADD ax, 1
                    f0 0f ab 03                      | 4 lock BTS [bx], ax
                    f0 0f ba 33 05                   | 4 lock BTR [bx], 5
                    0f ba 23 01                      | 4 BT [bx], 1
                    f7 03 01 00 00 00                | 4 TEST [bx], 1
                    f7 13                            | 4 NOT [bx], -
                    fe 03                            | 1 INC [bx], -
                    4f                               | 4 DEC di, -
                    f3 ab                            | 4 rep STOS -, -
                    66 a5                            | 2 MOVS -, -
                    53                               | 4 PUSH -, bx
                    5b                               | 4 POP bx, -
                    6a f0                            | 4 PUSH -, -10
                    0f 01 3b                         | 1 INVLPG -, [bx]
                    0f 01 ff                         | UNKNOWN
                    0f 22 d9                         | 4 MOV_TO_CR bx, cx
                    0f 20 d3                         | 4 MOV_FROM_CR bx, dx
                    0f 30                            | 1 WRMSR -, -
                    67 8b 07                         | 4 LOAD ax, [bx]
                    67 8b 02                         | 4 LOAD ax, [bp+si]
                    67 a4                            | UNKNOWN
                    63 0b                            | 2 ARPL [bx], cx
                    0f 0b                            | 1 INVALID -, -
                    ff fb                            | 1 INVALID -, -
                    27                               | UNKNOWN
                    07                               | UNKNOWN
                    d1 e0                            | UNKNOWN
                    """)
    void codeOf32Bits(String bytes, String meaning) throws Interruption {
        assertEquals(meaning, words(decode(bytes, false)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    48 8b 03                         | 8 LOAD ax, [bx]
                    4c 89 0b                         | 8 MOV [bx], r9
                    41 89 0c 24                      | 4 MOV [r12], cx
                    43 89 4c a5 10                   | 4 MOV [r13+r12*4+10], cx
                    48 c7 03 ff ff ff ff             | 8 MOV [bx], -1
                    48 b8 67 50 00 00 00 00 00 80    | 8 LOAD ax, -7fffffffffffaf99
                    8b 05 10 00 00 00                | 4 LOAD ax, [next+10]
                    8b 04 25 10 00 00 00             | 4 LOAD ax, [+10]
                    f0 48 0f ab 03                   | 8 lock BTS [bx], ax
                    f3 48 ab                         | 8 rep STOS -, -
                    41 50                            | 8 PUSH -, r8
                    63 03                            | 4 MOVSXD ax, [bx]
                    06                               | 1 INVALID -, -
                    c4 03                            | 1 INVALID -, -
                    """)
    void codeOf64Bits(String bytes, String meaning) throws Interruption {
        assertEquals(meaning, words(decode(bytes, true)));
    }

    @Test
    void noInstructionIsLongerThan15Bytes() {
        Interruption why =
                assertThrows(Interruption.class, () -> decode("66 ".repeat(15) + "90", false));
        assertEquals(new Interruption.GeneralProtection(), why.why());
    }

    @Test
    void everyOpcodeIsReadOrRefused() throws Interruption {
        for (int opcode = 0; opcode < 0x100; opcode++) {
            byte[] code = new byte[CodeBytes.LONGEST];
            code[0] = (byte) opcode;
            for (boolean longMode : new boolean[] {false, true}) {
                Instruction read = Decoder.decode(new CodeBytes(i -> code[i] & 0xff), longMode);
                assertEquals(read.length(), read.code().text().split(" ").length);
            }
        }
    }

    private static Instruction decode(String text, boolean longMode) throws Interruption {
        byte[] code = HexFormat.of().parseHex(text.replace(" ", ""));
        Instruction read = Decoder.decode(new CodeBytes(i -> code[i] & 0xff), longMode);
        assertEquals(code.length, all(read, code.length), text);
        return read;
    }

    /// Of an instruction that is not modelled no more is read than shows that.
    private static int all(Instruction read, int length) {
        return read.operation() == Operation.UNKNOWN ? length : read.length();
    }

    private static String words(Instruction read) {
        String head =
                read.size() + " " + (read.lock() ? "lock " : "") + (read.repeat() ? "rep " : "");
        if (read.operation() == Operation.UNKNOWN) {
            return "UNKNOWN";
        }
        return head + read.operation() + " " + words(read.target()) + ", " + words(read.source());
    }

    private static String words(Operand operand) {
        return switch (operand) {
            case Operand.None _ -> "-";
            case Operand.Register(var number) -> name(number);
            case Operand.Immediate(var value) -> signed(value);
            case Operand.Memory memory -> "[" + inside(memory) + "]";
        };
    }

    private static String inside(Operand.Memory memory) {
        String base = memory.base() < 0 ? "" : name(memory.base());
        String scale = memory.scale() == 1 ? "" : "*" + memory.scale();
        String index = memory.index() < 0 ? "" : name(memory.index()) + scale;
        String registers =
                Arrays.asList(memory.relative() ? "next" : "", base, index).stream()
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("+"));
        long displacement = memory.displacement();
        return registers
                + (displacement > 0 ? "+" : "")
                + (displacement == 0 ? "" : signed(displacement));
    }

    private static String signed(long value) {
        return value < 0 ? "-" + Long.toHexString(-value) : Long.toHexString(value);
    }

    private static String name(int register) {
        return register < 8
                ? new String[] {"ax", "cx", "dx", "bx", "sp", "bp", "si", "di"}[register]
                : "r" + register;
    }
}
