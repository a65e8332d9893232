/*
 * World: 1 lot, at most 2 messages waiting in each channel, at most 1 fault in one story.
 * Left out: Time is not measured.
 * Not known, so either way in every step: fact: the lot is counted
 * Spin stores one state more than the plant has: the one before the beginning is chosen.
 * spin -a -o2 counts states and asks everything; -DONLY=0 only counts; -DONLY=n asks question n alone.
 * An assertion that fails names what was found. broken_: must not be. reached_: should be. full_: the bound was reached,
 * so that nothing may be called holding. stuck_: nothing can happen, though some record may not stay where it is.
 * 1: broken_INV_01: INV-01: what must never be so is so although nothing is on its way
 * 2: broken_INV_02: INV-02: a step can be taken in a situation in which it must not be
 * 3: reached_INV_03: INV-03: what should be reachable is reached
 * Not asked here, since whether a goal stays within reach is a question about all ways from a state, not about one state: INV-04.
 */

/* Values and messages */
#define NCR_Closed 0  /* Closed */
#define NCR_Open 1  /* Open */

#define INV_Blocked 0  /* Blocked */
#define INV_Released 1  /* Released */
#define INV_Shipped 2  /* Shipped */

#define IF_002_NCR_nothing_yet 0  /* nothing yet */
#define IF_002_NCR_Closed 1  /* Closed */
#define IF_002_NCR_Open 2  /* Open */

#define IF_001_HOLD_of_lot_1 1  /* HOLD of lot 1 */
#define IF_001_UNHOLD_of_lot_1 2  /* UNHOLD of lot 1 */

#define IF_002_of_lot_1_NCR_Closed 1  /* of lot 1: NCR = Closed */
#define IF_002_of_lot_1_NCR_Open 2  /* of lot 1: NCR = Open */

/* The world: what every record, copy and interface is now */
bit v_NCR_of_lot_1 = NCR_Closed;  /* NCR of lot 1 */
byte v_INV_of_lot_1 = INV_Blocked;  /* INV of lot 1 */
byte v_IF_002_as_ERP_last_received_it_about_lot_1_NCR = IF_002_NCR_nothing_yet;  /* IF-002 as ERP last received it about lot 1: NCR */
bit v_faults_so_far = 0;  /* faults so far */

/* Messages on their way */
byte queue_IF_001_to_ERP_about_lot_1[2];  /* IF-001 to ERP about lot 1 */
byte length_IF_001_to_ERP_about_lot_1;
chan bag_IF_002_to_ERP_about_lot_1 = [2] of { byte };  /* IF-002 to ERP about lot 1; in any order */

/* Constants, so that a failed assertion names what was found */
bit broken_INV_01 = 1;
bit broken_INV_02 = 1;
bit reached_INV_03 = 1;
bit stuck_record = 1;
bit full_IF_001_to_ERP_about_lot_1 = 1;
bit full_IF_002_to_ERP_about_lot_1 = 1;

/* Nothing is on its way */
#define SETTLED (length_IF_001_to_ERP_about_lot_1 == 0 && len(bag_IF_002_to_ERP_about_lot_1) == 0)
/* Every record is where it may stay for good */
#define RESTING (v_NCR_of_lot_1 == NCR_Closed)
/* A step that finds no room for what it sends is not taken: what lies beyond the bound is not seen */
#ifdef ONLY
#define BOUND_REACHED(channel) skip
#else
#define BOUND_REACHED(channel) assert(!channel)
#endif

active proctype plant() {
  if  /* where the story begins */
  :: d_step { true -> skip; }
  :: d_step { true -> v_INV_of_lot_1 = INV_Released; }
  fi;
end_anywhere:
  do
  /* 0: NCR.T01 by people on lot 1 (person, OPERATOR or QA) */
  :: d_step {
       v_NCR_of_lot_1 == NCR_Closed ->
         if
         :: length_IF_001_to_ERP_about_lot_1 > 1 || len(bag_IF_002_to_ERP_about_lot_1) > 1 ->
            if
            :: length_IF_001_to_ERP_about_lot_1 > 1 -> BOUND_REACHED(full_IF_001_to_ERP_about_lot_1);
            :: else -> skip;
            fi;
            if
            :: len(bag_IF_002_to_ERP_about_lot_1) > 1 -> BOUND_REACHED(full_IF_002_to_ERP_about_lot_1);
            :: else -> skip;
            fi;
         :: else ->
            printf("S0_NCR_T01_by_people_on_lot_1\n");
            v_NCR_of_lot_1 = NCR_Open;
            queue_IF_001_to_ERP_about_lot_1[length_IF_001_to_ERP_about_lot_1] = IF_001_HOLD_of_lot_1; length_IF_001_to_ERP_about_lot_1++;
            bag_IF_002_to_ERP_about_lot_1!!(v_NCR_of_lot_1 == NCR_Closed -> IF_002_of_lot_1_NCR_Closed : IF_002_of_lot_1_NCR_Open);
         fi;
     }
  /* 1: NCR.T02 by people on lot 1 (person, QA) */
  :: d_step {
       v_NCR_of_lot_1 == NCR_Open &&
       len(bag_IF_002_to_ERP_about_lot_1) == 0 ->
         if
         :: length_IF_001_to_ERP_about_lot_1 > 1 -> BOUND_REACHED(full_IF_001_to_ERP_about_lot_1);
         :: else ->
            printf("S1_NCR_T02_by_people_on_lot_1\n");
            v_NCR_of_lot_1 = NCR_Closed;
            queue_IF_001_to_ERP_about_lot_1[length_IF_001_to_ERP_about_lot_1] = IF_001_UNHOLD_of_lot_1; length_IF_001_to_ERP_about_lot_1++;
         fi;
     }
  /* 2: deliver IF-001.HOLD to ERP about lot 1 (delivery) */
  :: d_step {
       queue_IF_001_to_ERP_about_lot_1[0] == IF_001_HOLD_of_lot_1 ->
         printf("S2_deliver_IF_001_HOLD_to_ERP_about_lot_1\n");
         if
         :: v_INV_of_lot_1 == INV_Shipped -> v_INV_of_lot_1 = INV_Shipped;
         :: else -> v_INV_of_lot_1 = INV_Blocked;
         fi;
         queue_IF_001_to_ERP_about_lot_1[0] = queue_IF_001_to_ERP_about_lot_1[1];
         queue_IF_001_to_ERP_about_lot_1[1] = 0; length_IF_001_to_ERP_about_lot_1--;
     }
  /* 3: deliver IF-001.UNHOLD to ERP about lot 1 (delivery) */
  :: d_step {
       queue_IF_001_to_ERP_about_lot_1[0] == IF_001_UNHOLD_of_lot_1 ->
         printf("S3_deliver_IF_001_UNHOLD_to_ERP_about_lot_1\n");
         if
         :: v_INV_of_lot_1 == INV_Shipped -> v_INV_of_lot_1 = INV_Shipped;
         :: else -> v_INV_of_lot_1 = INV_Released;
         fi;
         queue_IF_001_to_ERP_about_lot_1[0] = queue_IF_001_to_ERP_about_lot_1[1];
         queue_IF_001_to_ERP_about_lot_1[1] = 0; length_IF_001_to_ERP_about_lot_1--;
     }
  /* 4: IF-001 to ERP: the second message overtakes the first (overtake) */
  :: d_step {
       v_faults_so_far == 0 &&
       queue_IF_001_to_ERP_about_lot_1[1] == IF_001_UNHOLD_of_lot_1 ->
         printf("S4_IF_001_to_ERP_the_second_message_overtakes_the_first\n");
         v_faults_so_far++;
         if
         :: v_INV_of_lot_1 == INV_Shipped -> v_INV_of_lot_1 = INV_Shipped;
         :: else -> v_INV_of_lot_1 = INV_Released;
         fi;
         queue_IF_001_to_ERP_about_lot_1[1] = 0; length_IF_001_to_ERP_about_lot_1--;
     }
  /* 5: deliver IF-002 to ERP about lot 1 (delivery) */
  :: d_step {
       bag_IF_002_to_ERP_about_lot_1??[IF_002_of_lot_1_NCR_Open] ->
         printf("S5_deliver_IF_002_to_ERP_about_lot_1\n");
         v_IF_002_as_ERP_last_received_it_about_lot_1_NCR = IF_002_NCR_Open;
         bag_IF_002_to_ERP_about_lot_1??IF_002_of_lot_1_NCR_Open;
     }
  /* 6: INV.T01 by people on lot 1 (person, STORES) */
  :: d_step {
       v_INV_of_lot_1 == INV_Released ->
         printf("S6_INV_T01_by_people_on_lot_1\n");
         v_INV_of_lot_1 = INV_Shipped;
     }
#ifndef ONLY
  /* No step is possible */
  :: d_step { else -> assert(RESTING || !stuck_record); }
#endif
  od
}

/* Every question is an assertion that fails in the situation it asks for; it changes nothing. */
#if !defined(ONLY) || ONLY > 0
active proctype questions() {
end_of_questions:
  do
#if !defined(ONLY) || ONLY == 1
  /* INV-01: what must never be so is so although nothing is on its way */
  :: d_step { SETTLED && (v_NCR_of_lot_1 == NCR_Open && v_INV_of_lot_1 != INV_Blocked) -> assert(!broken_INV_01); }
#endif
#if !defined(ONLY) || ONLY == 2
  /* INV-02: a step can be taken in a situation in which it must not be */
  :: d_step { v_INV_of_lot_1 == INV_Released && v_NCR_of_lot_1 == NCR_Open -> assert(!broken_INV_02); }
#endif
#if !defined(ONLY) || ONLY == 3
  /* INV-03: what should be reachable is reached */
  :: d_step { v_INV_of_lot_1 == INV_Shipped -> assert(!reached_INV_03); }
#endif
  od
}
#endif
