"""The same walk as chase.c in Python, for scale: python3 chase.py"""
import random
import time

DIRECTORIES, TABLES, ENTRIES, WALKS = 4, 128, 512, 1_000_000

draw = random.Random(1)
table = [[(DIRECTORIES + (q * ENTRIES + i) % TABLES) << 12 | 1 for i in range(ENTRIES)] for q in range(DIRECTORIES)]
table += [[draw.getrandbits(31) << 12 | 1 for _ in range(ENTRIES)] for _ in range(TABLES)]
addresses = [draw.getrandbits(32) for _ in range(WALKS)]

start = time.perf_counter()
total = 0
for address in addresses:
    link = table[address >> 30][address >> 21 & 511]
    if link & 1:
        leaf = table[link >> 12][address >> 12 & 511]
        if leaf & 1:
            total += leaf & ~0xfff | address & 0xfff
print(f"{WALKS / (time.perf_counter() - start) / 1e6:.1f} million walks a second")
