/* What a machine can do at most: two dependent loads through page tables of 512 entries of 8 bytes,
 * for addresses chosen at random, and nothing around them.
 *
 *     cc -O2 -o chase chase.c && ./chase
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { DIRECTORIES = 4, TABLES = 128, ENTRIES = 512 };

static uint64_t table[DIRECTORIES + TABLES][ENTRIES];

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec * 1e-9;
}

int main(void)
{
    const long walks = 50 * 1000 * 1000;
    uint64_t random = 88172645463325252u, sum = 0;

    for (int i = 0; i < DIRECTORIES * ENTRIES; i++)
        table[i / ENTRIES][i % ENTRIES] = (uint64_t)(DIRECTORIES + i % TABLES) << 12 | 1;
    for (int t = 0; t < TABLES; t++)
        for (int i = 0; i < ENTRIES; i++)
            table[DIRECTORIES + t][i] = (uint64_t)rand() << 12 | 1;

    double start = seconds();
    for (long n = 0; n < walks; n++) {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        uint32_t address = random;
        uint64_t link = table[address >> 30][address >> 21 & 511];
        if (!(link & 1))
            return 1;
        uint64_t leaf = table[link >> 12][address >> 12 & 511];
        if (!(leaf & 1))
            return 1;
        sum += leaf >> 12 << 12 | (address & 0xfff);
    }
    printf("%.0f million walks a second (%" PRIx64 ")\n", walks / (seconds() - start) / 1e6, sum);
    return 0;
}
