/* Something for link_whole to hold: the library itself is the system's. */
typedef int nothing_here;
