---- MODULE Plant ----
\* World: 1 lot, at most 2 messages waiting in each channel, at most 1 fault in one story.
\* Left out: Time is not measured.
\* Not known, so either way in every step: fact: the lot is counted
\* TLC finds as many distinct states as the plant has.
EXTENDS Integers, Sequences

\* Values and messages
NCR_Closed == "NCR_Closed"  \* Closed
NCR_Open == "NCR_Open"  \* Open

INV_Blocked == "INV_Blocked"  \* Blocked
INV_Released == "INV_Released"  \* Released
INV_Shipped == "INV_Shipped"  \* Shipped

IF_002_NCR_nothing_yet == "IF_002_NCR_nothing_yet"  \* nothing yet
IF_002_NCR_Closed == "IF_002_NCR_Closed"  \* Closed
IF_002_NCR_Open == "IF_002_NCR_Open"  \* Open

IF_001_HOLD_of_lot_1 == "IF_001_HOLD_of_lot_1"  \* HOLD of lot 1
IF_001_UNHOLD_of_lot_1 == "IF_001_UNHOLD_of_lot_1"  \* UNHOLD of lot 1

IF_002_of_lot_1_NCR_Closed == "IF_002_of_lot_1_NCR_Closed"  \* of lot 1: NCR = Closed
IF_002_of_lot_1_NCR_Open == "IF_002_of_lot_1_NCR_Open"  \* of lot 1: NCR = Open

messages_IF_001_to_ERP_about_lot_1 == <<IF_001_HOLD_of_lot_1, IF_001_UNHOLD_of_lot_1>>
messages_IF_002_to_ERP_about_lot_1 == <<IF_002_of_lot_1_NCR_Closed, IF_002_of_lot_1_NCR_Open>>

\* The world: what every record, copy and interface is now; messages on their way
VARIABLES
  v_NCR_of_lot_1, \* NCR of lot 1
  v_INV_of_lot_1, \* INV of lot 1
  v_IF_002_as_ERP_last_received_it_about_lot_1_NCR, \* IF-002 as ERP last received it about lot 1: NCR
  v_faults_so_far, \* faults so far
  queue_IF_001_to_ERP_about_lot_1, \* IF-001 to ERP about lot 1
  bag_IF_002_to_ERP_about_lot_1  \* IF-002 to ERP about lot 1; in any order

vars == <<v_NCR_of_lot_1, v_INV_of_lot_1, v_IF_002_as_ERP_last_received_it_about_lot_1_NCR, v_faults_so_far, queue_IF_001_to_ERP_about_lot_1, bag_IF_002_to_ERP_about_lot_1>>

\* Sequences: without the message at a place; where a message is; with one more message, in the order of a list
Without(s, i) == SubSeq(s, 1, i - 1) \o SubSeq(s, i + 1, Len(s))
Place(s, m) == CHOOSE i \in DOMAIN s : s[i] = m /\ \A j \in 1..(i - 1) : s[j] # m
Sorted(list, s, m) ==
  LET before(x) == Place(list, x) <= Place(list, m)
      after(x) == Place(list, x) > Place(list, m)
  IN SelectSeq(s, before) \o <<m>> \o SelectSeq(s, after)

TypeOK ==
  /\ v_NCR_of_lot_1 \in {NCR_Closed, NCR_Open}
  /\ v_INV_of_lot_1 \in {INV_Blocked, INV_Released, INV_Shipped}
  /\ v_IF_002_as_ERP_last_received_it_about_lot_1_NCR \in {IF_002_NCR_nothing_yet, IF_002_NCR_Closed, IF_002_NCR_Open}
  /\ v_faults_so_far \in {0, 1}
  /\ Len(queue_IF_001_to_ERP_about_lot_1) <= 2
  /\ \A i \in DOMAIN queue_IF_001_to_ERP_about_lot_1 : queue_IF_001_to_ERP_about_lot_1[i] \in {IF_001_HOLD_of_lot_1, IF_001_UNHOLD_of_lot_1}
  /\ Len(bag_IF_002_to_ERP_about_lot_1) <= 2
  /\ \A i \in DOMAIN bag_IF_002_to_ERP_about_lot_1 : bag_IF_002_to_ERP_about_lot_1[i] \in {IF_002_of_lot_1_NCR_Closed, IF_002_of_lot_1_NCR_Open}

\* Where stories can begin
Init ==
  /\ v_NCR_of_lot_1 = NCR_Closed
  /\ v_IF_002_as_ERP_last_received_it_about_lot_1_NCR = IF_002_NCR_nothing_yet
  /\ v_faults_so_far = 0
  /\ queue_IF_001_to_ERP_about_lot_1 = <<>>
  /\ bag_IF_002_to_ERP_about_lot_1 = <<>>
  /\ \/ v_INV_of_lot_1 = INV_Blocked
     \/ v_INV_of_lot_1 = INV_Released

\* 0: NCR.T01 by people on lot 1 (person, OPERATOR or QA)
guard_S0_NCR_T01_by_people_on_lot_1 ==
  /\ v_NCR_of_lot_1 = NCR_Closed
S0_NCR_T01_by_people_on_lot_1 ==
  /\ guard_S0_NCR_T01_by_people_on_lot_1
  /\ Len(queue_IF_001_to_ERP_about_lot_1) <= 1
  /\ Len(bag_IF_002_to_ERP_about_lot_1) <= 1
  /\ v_NCR_of_lot_1' = NCR_Open
  /\ queue_IF_001_to_ERP_about_lot_1' = Append(queue_IF_001_to_ERP_about_lot_1, IF_001_HOLD_of_lot_1)
  /\ bag_IF_002_to_ERP_about_lot_1' = Sorted(messages_IF_002_to_ERP_about_lot_1, bag_IF_002_to_ERP_about_lot_1, (CASE v_NCR_of_lot_1' = NCR_Closed -> IF_002_of_lot_1_NCR_Closed [] OTHER -> IF_002_of_lot_1_NCR_Open))
  /\ UNCHANGED <<v_INV_of_lot_1, v_IF_002_as_ERP_last_received_it_about_lot_1_NCR, v_faults_so_far>>

\* 1: NCR.T02 by people on lot 1 (person, QA)
guard_S1_NCR_T02_by_people_on_lot_1 ==
  /\ v_NCR_of_lot_1 = NCR_Open
  /\ bag_IF_002_to_ERP_about_lot_1 = <<>>
S1_NCR_T02_by_people_on_lot_1 ==
  /\ guard_S1_NCR_T02_by_people_on_lot_1
  /\ Len(queue_IF_001_to_ERP_about_lot_1) <= 1
  /\ v_NCR_of_lot_1' = NCR_Closed
  /\ queue_IF_001_to_ERP_about_lot_1' = Append(queue_IF_001_to_ERP_about_lot_1, IF_001_UNHOLD_of_lot_1)
  /\ UNCHANGED <<v_INV_of_lot_1, v_IF_002_as_ERP_last_received_it_about_lot_1_NCR, v_faults_so_far, bag_IF_002_to_ERP_about_lot_1>>

\* 2: deliver IF-001.HOLD to ERP about lot 1 (delivery)
guard_S2_deliver_IF_001_HOLD_to_ERP_about_lot_1 ==
  /\ (Len(queue_IF_001_to_ERP_about_lot_1) >= 1 /\ queue_IF_001_to_ERP_about_lot_1[1] \in {IF_001_HOLD_of_lot_1})
S2_deliver_IF_001_HOLD_to_ERP_about_lot_1 ==
  /\ guard_S2_deliver_IF_001_HOLD_to_ERP_about_lot_1
  /\ v_INV_of_lot_1' = (CASE v_INV_of_lot_1 = INV_Shipped -> INV_Shipped [] OTHER -> INV_Blocked)
  /\ queue_IF_001_to_ERP_about_lot_1' = Tail(queue_IF_001_to_ERP_about_lot_1)
  /\ UNCHANGED <<v_NCR_of_lot_1, v_IF_002_as_ERP_last_received_it_about_lot_1_NCR, v_faults_so_far, bag_IF_002_to_ERP_about_lot_1>>

\* 3: deliver IF-001.UNHOLD to ERP about lot 1 (delivery)
guard_S3_deliver_IF_001_UNHOLD_to_ERP_about_lot_1 ==
  /\ (Len(queue_IF_001_to_ERP_about_lot_1) >= 1 /\ queue_IF_001_to_ERP_about_lot_1[1] \in {IF_001_UNHOLD_of_lot_1})
S3_deliver_IF_001_UNHOLD_to_ERP_about_lot_1 ==
  /\ guard_S3_deliver_IF_001_UNHOLD_to_ERP_about_lot_1
  /\ v_INV_of_lot_1' = (CASE v_INV_of_lot_1 = INV_Shipped -> INV_Shipped [] OTHER -> INV_Released)
  /\ queue_IF_001_to_ERP_about_lot_1' = Tail(queue_IF_001_to_ERP_about_lot_1)
  /\ UNCHANGED <<v_NCR_of_lot_1, v_IF_002_as_ERP_last_received_it_about_lot_1_NCR, v_faults_so_far, bag_IF_002_to_ERP_about_lot_1>>

\* 4: IF-001 to ERP: the second message overtakes the first (overtake)
guard_S4_IF_001_to_ERP_the_second_message_overtakes_the_first ==
  /\ v_faults_so_far = 0
  /\ (Len(queue_IF_001_to_ERP_about_lot_1) >= 2 /\ queue_IF_001_to_ERP_about_lot_1[2] \in {IF_001_UNHOLD_of_lot_1})
S4_IF_001_to_ERP_the_second_message_overtakes_the_first ==
  /\ guard_S4_IF_001_to_ERP_the_second_message_overtakes_the_first
  /\ v_faults_so_far' = 1
  /\ v_INV_of_lot_1' = (CASE v_INV_of_lot_1 = INV_Shipped -> INV_Shipped [] OTHER -> INV_Released)
  /\ queue_IF_001_to_ERP_about_lot_1' = Without(queue_IF_001_to_ERP_about_lot_1, 2)
  /\ UNCHANGED <<v_NCR_of_lot_1, v_IF_002_as_ERP_last_received_it_about_lot_1_NCR, bag_IF_002_to_ERP_about_lot_1>>

\* 5: deliver IF-002 to ERP about lot 1 (delivery)
guard_S5_deliver_IF_002_to_ERP_about_lot_1 ==
  /\ (\E i \in DOMAIN bag_IF_002_to_ERP_about_lot_1 : bag_IF_002_to_ERP_about_lot_1[i] \in {IF_002_of_lot_1_NCR_Open})
S5_deliver_IF_002_to_ERP_about_lot_1 ==
  /\ guard_S5_deliver_IF_002_to_ERP_about_lot_1
  /\ v_IF_002_as_ERP_last_received_it_about_lot_1_NCR' = IF_002_NCR_Open
  /\ bag_IF_002_to_ERP_about_lot_1' = Without(bag_IF_002_to_ERP_about_lot_1, Place(bag_IF_002_to_ERP_about_lot_1, IF_002_of_lot_1_NCR_Open))
  /\ UNCHANGED <<v_NCR_of_lot_1, v_INV_of_lot_1, v_faults_so_far, queue_IF_001_to_ERP_about_lot_1>>

\* 6: INV.T01 by people on lot 1 (person, STORES)
guard_S6_INV_T01_by_people_on_lot_1 ==
  /\ v_INV_of_lot_1 = INV_Released
S6_INV_T01_by_people_on_lot_1 ==
  /\ guard_S6_INV_T01_by_people_on_lot_1
  /\ v_INV_of_lot_1' = INV_Shipped
  /\ UNCHANGED <<v_NCR_of_lot_1, v_IF_002_as_ERP_last_received_it_about_lot_1_NCR, v_faults_so_far, queue_IF_001_to_ERP_about_lot_1, bag_IF_002_to_ERP_about_lot_1>>

Next ==
  \/ S0_NCR_T01_by_people_on_lot_1
  \/ S1_NCR_T02_by_people_on_lot_1
  \/ S2_deliver_IF_001_HOLD_to_ERP_about_lot_1
  \/ S3_deliver_IF_001_UNHOLD_to_ERP_about_lot_1
  \/ S4_IF_001_to_ERP_the_second_message_overtakes_the_first
  \/ S5_deliver_IF_002_to_ERP_about_lot_1
  \/ S6_INV_T01_by_people_on_lot_1

Spec == Init /\ [][Next]_vars

\* Nothing is on its way
Settled == (queue_IF_001_to_ERP_about_lot_1 = <<>> /\ bag_IF_002_to_ERP_about_lot_1 = <<>>)

\* Every record is where it may stay for good, or something can still happen
NotStuck == ENABLED Next \/ v_NCR_of_lot_1 = NCR_Closed

\* A step that finds no room for what it sends is not taken: what lies beyond the bound is not seen
full_IF_001_to_ERP_about_lot_1 ==
  \/ guard_S0_NCR_T01_by_people_on_lot_1 /\ Len(queue_IF_001_to_ERP_about_lot_1) > 1
  \/ guard_S1_NCR_T02_by_people_on_lot_1 /\ Len(queue_IF_001_to_ERP_about_lot_1) > 1
not_full_IF_001_to_ERP_about_lot_1 == ~full_IF_001_to_ERP_about_lot_1
full_IF_002_to_ERP_about_lot_1 ==
  \/ guard_S0_NCR_T01_by_people_on_lot_1 /\ Len(bag_IF_002_to_ERP_about_lot_1) > 1
not_full_IF_002_to_ERP_about_lot_1 == ~full_IF_002_to_ERP_about_lot_1

\* INV-01: what must never be so is so although nothing is on its way
broken_INV_01 ==
  \/ Settled /\ (v_NCR_of_lot_1 = NCR_Open /\ v_INV_of_lot_1 # INV_Blocked)
not_broken_INV_01 == ~broken_INV_01

\* INV-02: a step can be taken in a situation in which it must not be
broken_INV_02 ==
  \/ ENABLED S6_INV_T01_by_people_on_lot_1 /\ v_NCR_of_lot_1 = NCR_Open
not_broken_INV_02 == ~broken_INV_02

\* INV-03: what should be reachable is reached
reached_INV_03 ==
  \/ v_INV_of_lot_1 = INV_Shipped
not_reached_INV_03 == ~reached_INV_03

\* Not asked here, since whether a goal stays within reach is a question about all ways from a state, not about one state: INV-04.

====
